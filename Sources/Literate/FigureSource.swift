/// Where a figure comes from: the cell, its line in the chapter, and the seeds that its code names.
///
/// What is the same for all figures of a page stands once, at its foot, where the line's link leads.
enum FigureSource {
    /// The id of the part of a page that says how it was made. Ids with "--" are the page's own.
    static let pageID = "page--provenance"

    /// "Cell `fig-gap`, line 12, seed 7. How this page was made".
    static func html(_ cell: Cell) -> String {
        let seeds = seeds(in: cell.code)
        let seed = seeds.isEmpty ? "" : ", \(seeds.count == 1 ? "seed" : "seeds") \(seeds.joined(separator: ", "))"
        return """
            <p class="figure-source">Cell <code>\(HTML.escape(cell.id))</code>, line \(cell.location.line)\(seed). \
            <a href="#\(pageID)">How this page was made</a></p>
            """
    }

    /// The numbers, or ranges of them, behind `seed:` and `seeds:`, each once.
    private static func seeds(in code: String) -> [String] {
        var known: Set<String> = []
        guard code.contains("seed") else { return [] }
        return code.matches(of: seed).map { String($0.1) }.filter { known.insert($0).inserted }
    }

    private nonisolated(unsafe) static let seed = #/\bseeds?:\s*(\d[\d_]*(?:\s*\.\.[.<]\s*\d[\d_]*)?)/#
}
