import NotebookEvents

/// A cell as its page shows it: its source, then what it printed and showed, in the order in which it did.
struct CellHTML {
    let cell: Cell
    /// What came of running it; nil where it is only shown.
    let result: UnitResult?
    let captions: CellCaptions
    /// What the cell's label labels, and its number; nil where the label is only an id.
    let target: Labels.Target?

    var html: String {
        var parts: [String] = []
        if cell.options.echo, let source = SourceHTML.html(cell) {
            parts += [listingCaption, source].compactMap(\.self)
        }
        if cell.options.output != .hidden, let result { parts += outputs(of: result) }
        parts += (result?.problems ?? []).filter { $0.severity == .error }.map(Self.error)
        return "<section class=\"cell\" id=\"\(cell.id)\">\n\(parts.joined(separator: "\n"))\n</section>"
    }
}

extension CellHTML {
    /// What the cell printed and showed. Each output knows how much was printed before it.
    private func outputs(of result: UnitResult) -> [String] {
        var parts: [String] = []
        let printed = Array(result.standardOutput.utf8)
        var end = 0
        func print(upTo next: Int) {
            guard next > end else { return }
            parts.append(Self.text(String(decoding: printed[end..<next], as: UTF8.self), "cell-stdout", "Printed"))
            end = next
        }
        var numbers = CaptionNumbers(target, result)
        for case .output(let output, let offset) in result.events {
            print(upTo: min(offset, printed.count))
            parts.append(html(output, numbering: &numbers))
        }
        print(upTo: printed.count)
        if !result.standardError.isEmpty { parts.append(Self.text(result.standardError, "cell-stderr", "Messages")) }
        return parts
    }

    private func html(_ output: Output, numbering numbers: inout CaptionNumbers) -> String {
        switch output {
        case .text(let text):
            return "<div class=\"cell-value\"><pre tabindex=\"0\">\(HTML.escape(text.trimming("\n")))</pre></div>"
        case .table(let table):
            let (index, number) = numbers.next(.table)
            return TableHTML.html(
                table, caption: CaptionNumbers.caption(CellCaptions.caption(index, of: captions.tables), number))
        case .figure(let figure):
            let (index, number) = numbers.next(.figure)
            return html(figure, index: index, number: number)
        }
    }

    /// The caption above the code of a listing.
    private var listingCaption: String? {
        let number = target.flatMap { $0.kind == .listing ? $0.text(isShort: false, isNumbered: true) : nil }
        return CaptionNumbers.caption(captions.listing, number).map { "<p class=\"listing-caption\">\($0)</p>" }
    }

    private func html(_ figure: Figure, index: Int, number: String?) -> String {
        let id = "\(cell.id)--figure-\(index + 1)"
        let html = figure.html.replacing(Figure.idPrefix, with: "\(cell.id)--chart")
        let omission = figure.omittedRows == 0 ? "" : "\n<p>\(figure.omittedRows) rows between these are left out.</p>"
        let caption = CaptionNumbers.caption(CellCaptions.caption(index, of: captions.figures), number)
        let alternative = CellCaptions.caption(index, of: captions.alternatives) ?? figure.summary
        // A figure is named by its caption, or by what it shows.
        let name = caption.map { "<p id=\"\(id)-caption\">\($0)</p>\n" } ?? ""
        let summary = caption == nil ? " id=\"\(id)-caption\"" : ""
        return """
            <figure class="figure" aria-labelledby="\(id)-caption">
            <div class="figure-picture" tabindex="0" role="group" aria-labelledby="\(id)-caption">\(html)</div>
            <figcaption>
            \(name)<p\(summary) class="figure-summary">\(HTML.escape(alternative))</p>
            <details class="figure-data"><summary>Data table</summary>
            \(TableHTML.html(figure.data, caption: nil))\(omission)
            </details>
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
