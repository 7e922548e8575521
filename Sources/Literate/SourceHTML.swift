/// Code as a page shows it.
enum SourceHTML {
    /// `code` of `language` in a box, colored where it is Swift.
    static func html(_ code: String, language: String) -> String {
        let isSwift = language == "swift"
        let code = code.trimming("\n")
        return box(isSwift ? Highlighter.lines(code).joined(separator: "\n") : HTML.escape(code), language: language)
    }

    /// The code of a cell, folded and with a caption if its options say so; nil where there is nothing to show.
    /// - Parameter caption: what a listing is called, as HTML.
    static func html(_ code: ShownCode, of cell: Cell, caption: String?) -> String? {
        guard cell.options.echo, let code = code.html else { return nil }
        let folded = fold(box(code, language: "swift"), options: cell.options)
        guard let caption else { return folded }
        let id = "\(cell.id)--listing-caption"
        return """
            <figure class="listing" aria-labelledby="\(id)">
            <figcaption id="\(id)">\(caption)</figcaption>
            \(folded)
            </figure>
            """
    }

    private static func fold(_ box: String, options: CellOptions) -> String {
        guard options.codeFold != .never else { return box }
        let summary = HTML.escape(options.codeSummary ?? "Code")
        return """
            <details class="cell-fold"\(options.codeFold == .open ? " open" : "")><summary>\(summary)</summary>
            \(box)
            </details>
            """
    }

    private static func box(_ content: String, language: String) -> String {
        let language = language.isEmpty ? "text" : HTML.escape(language)
        return """
            <div class="cell-source"><pre tabindex="0"><code class="language-\(language)">\(content)</code></pre></div>
            """
    }
}
