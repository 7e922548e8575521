import NotebookEvents

/// A figure as its page shows it: the drawing, its caption, the sentence that says what it shows, and its numbers.
struct FigureHTML {
    let figure: Figure
    let cell: Cell
    let number: Int

    /// - Parameters:
    ///   - caption: as HTML.
    ///   - alternative: the author's words in the place of the sentence that the figure derives.
    func html(caption: String?, alternative: String?) -> String {
        let id = "\(cell.id)--figure-\(number)"
        let drawing = figure.html.replacing(Figure.idPrefix, with: "\(cell.id)--chart")
        let omission = figure.omittedRows == 0 ? "" : "\n<p>\(figure.omittedRows) rows between these are left out.</p>"
        let caption = caption.map { " " + $0 } ?? ""
        return """
            <figure class="figure" aria-labelledby="\(id)-caption">
            <div class="figure-picture" tabindex="0" role="group" aria-labelledby="\(id)-caption">\(drawing)</div>
            <figcaption>
            <p id="\(id)-caption"><span class="figure-number">Figure \(number).</span>\(caption)</p>
            <p class="figure-summary">\(HTML.escape(alternative ?? figure.summary))</p>
            <details class="figure-data"><summary>Data table</summary>
            \(TableHTML.html(figure.data, caption: nil))\(omission)
            </details>
            \(FigureSource.html(cell))
            </figcaption>
            </figure>
            """
    }
}
