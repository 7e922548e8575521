/// Where a figure comes from: the cell, its line in the chapter, and the seeds that its numbers depend on.
///
/// What is the same for all figures of a page stands once, at its foot, where the line's link leads.
enum FigureSource {
    /// The id of the part of a page that says how it was made. Ids with "--" are the page's own.
    static let pageID = "page--provenance"

    /// "Cell `fig-gap`, line 12, seeds 1–10. How this page was made".
    static func html(_ cell: Cell) -> String {
        let seeds = cell.seeds.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        let isOne = cell.seeds.count == 1 && cell.seeds[0].count == 1
        let named = seeds.isEmpty ? "" : ", \(isOne ? "seed" : "seeds") \(seeds.joined(separator: ", "))"
        return """
            <p class="figure-source">Cell <code>\(HTML.escape(cell.id))</code>, line \(cell.location.line)\(named). \
            <a href="#\(pageID)">How this page was made</a></p>
            """
    }
}
