import NotebookEvents

/// A figure as its page shows it: the drawing, its caption, the sentence that says what it shows, and its numbers.
struct FigureHTML {
    let figure: Figure
    let cell: Cell
    let number: Int
    /// The name of the chapter.
    let slug: String

    /// Where the file of the figure's numbers lies, from the root of the site; nil where it has none.
    var tablePath: String? {
        figure.csv == nil ? nil : "data/\(slug)/\(cell.id)\(number == 1 ? "" : "-\(number)").csv"
    }

    /// The files of the numbers of all figures that a cell showed, by their paths on the site.
    static func tables(of cell: Cell, _ result: UnitResult, slug: String) -> [String: String] {
        var tables: [String: String] = [:]
        var number = 0
        for case .output(.figure(let figure), _) in result.events {
            number += 1
            let html = FigureHTML(figure: figure, cell: cell, number: number, slug: slug)
            if let path = html.tablePath { tables[path] = figure.csv }
        }
        return tables
    }

    /// - Parameters:
    ///   - caption: with its number, as HTML.
    ///   - alternative: the author's words in the place of the sentence that the figure derives.
    func html(caption: String?, alternative: String?) -> String {
        let id = "\(cell.id)--figure-\(number)"
        let drawing = figure.html.replacing(Figure.idPrefix, with: "\(cell.id)--chart")
        let omission = figure.omittedRows == 0 ? "" : "\n<p>\(figure.omittedRows) rows between these are left out.</p>"
        let download =
            tablePath.map {
                "\n<p class=\"chart-tools\"><a class=\"button\" href=\"\(HTML.escape($0))\" download>Download CSV</a></p>"
            } ?? ""
        // A figure is named by its caption, or by what it shows.
        let name = caption.map { "<p id=\"\(id)-caption\">\($0)</p>\n" } ?? ""
        let summaryID = caption == nil ? " id=\"\(id)-caption\"" : ""
        return """
            <figure class="figure" aria-labelledby="\(id)-caption">
            <div class="figure-picture" tabindex="0" role="group" aria-labelledby="\(id)-caption">\(drawing)</div>
            <figcaption>
            \(name)<p\(summaryID) class="figure-summary">\(HTML.escape(alternative ?? figure.summary))</p>
            <details class="figure-data"><summary>Data table</summary>
            \(TableHTML.html(figure.data, caption: nil))\(omission)\(download)
            </details>
            \(FigureSource.html(cell))
            </figcaption>
            </figure>
            """
    }
}
