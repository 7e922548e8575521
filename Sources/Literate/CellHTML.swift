import NotebookEvents

/// A cell as its page shows it: its source, then what it printed and showed, in the order in which it did.
struct CellHTML {
    let cell: Cell
    let result: UnitResult

    func html(numbering captions: inout CaptionNumbers) -> String {
        var parts: [String] = []
        if cell.options.echo { parts.append(SourceHTML.html(cell.code, language: "swift")) }
        if cell.options.output { parts += outputs(numbering: &captions) }
        parts += result.problems.filter { $0.severity == .error }.map(Self.error)
        return "<section class=\"cell\" id=\"\(cell.id)\">\n\(parts.joined(separator: "\n"))\n</section>"
    }
}

extension CellHTML {
    /// What the cell printed and showed. Each output knows how much was printed before it.
    private func outputs(numbering captions: inout CaptionNumbers) -> [String] {
        var parts: [String] = []
        let printed = Array(result.standardOutput.utf8)
        var end = 0
        func print(upTo next: Int) {
            guard next > end else { return }
            parts.append(Self.text(String(decoding: printed[end..<next], as: UTF8.self), "cell-stdout", "Printed"))
            end = next
        }
        for case .output(let output, let offset) in result.events {
            print(upTo: min(offset, printed.count))
            parts.append(html(output, numbering: &captions))
        }
        print(upTo: printed.count)
        if !result.standardError.isEmpty { parts.append(Self.text(result.standardError, "cell-stderr", "Messages")) }
        return parts
    }

    private func html(_ output: Output, numbering captions: inout CaptionNumbers) -> String {
        switch output {
        case .text(let text):
            "<div class=\"cell-value\"><pre tabindex=\"0\">\(HTML.escape(text.trimming("\n")))</pre></div>"
        case .table(let table):
            TableHTML.html(table, caption: cell.options.tableCaption.map { captions.table($0) })
        case .figure(let figure):
            html(figure, number: captions.nextFigure())
        }
    }

    private func html(_ figure: Figure, number: Int) -> String {
        let id = "\(cell.id)--figure-\(number)"
        let html = figure.html.replacing(Figure.idPrefix, with: "\(cell.id)--chart")
        let omission = figure.omittedRows == 0 ? "" : "\n<p>\(figure.omittedRows) rows between these are left out.</p>"
        let caption = cell.options.figureCaption.map { " " + HTML.escape($0) } ?? ""
        return """
            <figure class="figure" aria-labelledby="\(id)-caption">
            <div class="figure-picture" tabindex="0" role="group" aria-labelledby="\(id)-caption">\(html)</div>
            <figcaption>
            <p id="\(id)-caption"><span class="figure-number">Figure \(number).</span>\(caption)</p>
            <p class="figure-summary">\(HTML.escape(cell.options.figureAlternative ?? figure.summary))</p>
            <details class="figure-data"><summary>Data table</summary>
            \(TableHTML.html(figure.data, caption: nil))\(omission)
            </details>
            \(FigureSource.html(cell))
            </figcaption>
            </figure>
            """
    }

    private static func text(_ text: String, _ name: String, _ label: String) -> String {
        """
        <pre class="\(name)" tabindex="0" role="group" aria-label="\(label)">\(HTML.escape(text.trimming("\n")))</pre>
        """
    }

    private static func error(_ problem: Problem) -> String {
        "<div class=\"cell-error\" role=\"group\" aria-label=\"Error\"><p>\(HTML.escape(problem.description))</p></div>"
    }
}
