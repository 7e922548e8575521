import NotebookEvents

/// A cell as its page shows it: its source, then what it printed and showed, in the order in which it did.
struct CellHTML {
    let cell: Cell
    /// What came of running it; nil where it is only shown.
    let result: UnitResult?
    let captions: CellCaptions

    func html(numbering numbers: inout CaptionNumbers) -> String {
        var parts: [String] = []
        if cell.options.echo, let source = SourceHTML.html(cell) { parts.append(source) }
        if cell.options.output != .hidden, let result { parts += outputs(of: result, numbering: &numbers) }
        parts += (result?.problems ?? []).filter { $0.severity == .error }.map(Self.error)
        return "<section class=\"cell\" id=\"\(cell.id)\">\n\(parts.joined(separator: "\n"))\n</section>"
    }
}

extension CellHTML {
    /// What the cell printed and showed. Each output knows how much was printed before it.
    private func outputs(of result: UnitResult, numbering numbers: inout CaptionNumbers) -> [String] {
        var parts: [String] = []
        let printed = Array(result.standardOutput.utf8)
        var end = 0
        func print(upTo next: Int) {
            guard next > end else { return }
            parts.append(Self.text(String(decoding: printed[end..<next], as: UTF8.self), "cell-stdout", "Printed"))
            end = next
        }
        var counts = (figures: 0, tables: 0)
        for case .output(let output, let offset) in result.events {
            print(upTo: min(offset, printed.count))
            parts.append(html(output, after: &counts, numbering: &numbers))
        }
        print(upTo: printed.count)
        if !result.standardError.isEmpty { parts.append(Self.text(result.standardError, "cell-stderr", "Messages")) }
        return parts
    }

    private func html(
        _ output: Output, after counts: inout (figures: Int, tables: Int), numbering numbers: inout CaptionNumbers
    ) -> String {
        switch output {
        case .text(let text):
            return "<div class=\"cell-value\"><pre tabindex=\"0\">\(HTML.escape(text.trimming("\n")))</pre></div>"
        case .table(let table):
            let caption = CellCaptions.caption(counts.tables, of: captions.tables)
            counts.tables += 1
            return TableHTML.html(table, caption: caption.map { numbers.table($0) })
        case .figure(let figure):
            defer { counts.figures += 1 }
            return html(figure, index: counts.figures, number: numbers.nextFigure())
        }
    }

    private func html(_ figure: Figure, index: Int, number: Int) -> String {
        let id = "\(cell.id)--figure-\(number)"
        let html = figure.html.replacing(Figure.idPrefix, with: "\(cell.id)--chart")
        let omission = figure.omittedRows == 0 ? "" : "\n<p>\(figure.omittedRows) rows between these are left out.</p>"
        let caption = CellCaptions.caption(index, of: captions.figures).map { " " + $0 } ?? ""
        let alternative = CellCaptions.caption(index, of: captions.alternatives) ?? figure.summary
        return """
            <figure class="figure" aria-labelledby="\(id)-caption">
            <div class="figure-picture" tabindex="0" role="group" aria-labelledby="\(id)-caption">\(html)</div>
            <figcaption>
            <p id="\(id)-caption"><span class="figure-number">Figure \(number).</span>\(caption)</p>
            <p class="figure-summary">\(HTML.escape(alternative))</p>
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
