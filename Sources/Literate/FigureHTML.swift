import NotebookEvents

/// A figure as its page shows it: the drawing, its caption, the sentence that says what it shows, and its numbers.
struct FigureHTML {
    let figure: Figure
    let cell: Cell
    let number: Int

    /// - Parameters:
    ///   - caption: with its number, as HTML.
    ///   - alternative: the author's words in the place of the sentence that the figure derives.
    func html(caption: String?, alternative: String?) -> String {
        let id = "\(cell.id)--figure-\(number)"
        let drawing = figure.html.replacing(Figure.idPrefix, with: "\(cell.id)--chart")
        let omission = figure.omittedRows == 0 ? "" : "\n<p>\(figure.omittedRows) rows between these are left out.</p>"
        // A figure is named by its caption, or by what it shows.
        let name = caption.map { "<p id=\"\(id)-caption\">\($0)</p>\n" } ?? ""
        let summaryID = caption == nil ? " id=\"\(id)-caption\"" : ""
        return """
            <figure class="figure" aria-labelledby="\(id)-caption">
            <div class="figure-picture" tabindex="0" role="group" aria-labelledby="\(id)-caption">\(drawing)</div>
            <figcaption>
            \(name)<p\(summaryID) class="figure-summary">\(HTML.escape(alternative ?? figure.summary))</p>
            <details class="figure-data"><summary>Data table</summary>
            \(TableHTML.html(figure.data, caption: nil))\(omission)
            </details>
            \(FigureSource.html(cell))
            </figcaption>
            </figure>
            """
    }
}
