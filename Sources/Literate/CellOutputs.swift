import NotebookEvents

/// What a cell printed and showed, as HTML.
struct CellOutputs {
    let cell: Cell
    /// The name of the chapter.
    let slug: String
    let captions: CellCaptions
    /// What the cell's label labels, and its number; nil where the label is only an id.
    let target: Labels.Target?

    /// The outputs in their order. Each knows how much was printed before it.
    func html(_ result: UnitResult) -> [String] {
        var parts: [Part] = []
        let printed = Array(result.standardOutput.utf8)
        var end = 0
        func print(upTo next: Int) {
            guard next > end else { return }
            parts.append(.other(self.printed(String(decoding: printed[end..<next], as: UTF8.self))))
            end = next
        }
        var numbers = CaptionNumbers(target, result)
        for case .output(let output, let offset) in result.events {
            print(upTo: min(offset, printed.count))
            parts.append(part(output, numbering: &numbers))
        }
        print(upTo: printed.count)
        if cell.options.warning && !result.standardError.isEmpty {
            parts.append(.other(Self.text(result.standardError, "cell-stderr", "Messages")))
        }
        return arranged(parts)
    }
}

extension CellOutputs {
    private enum Part {
        case figure(String)
        case other(String)
    }

    private func part(_ output: Output, numbering numbers: inout CaptionNumbers) -> Part {
        switch output {
        case .text(let text):
            return .other(
                "<div class=\"cell-value\"><pre tabindex=\"0\">\(TerminalText.html(text.trimming("\n")))</pre></div>")
        case .table(let table):
            let (index, number) = numbers.next(.table)
            let caption = CellCaptions.caption(index, of: captions.tables)
            return .other(TableHTML.html(table, caption: CaptionNumbers.caption(caption, number)))
        case .figure(let figure):
            let (index, number) = numbers.next(.figure)
            let caption = CaptionNumbers.caption(CellCaptions.caption(index, of: captions.figures), number)
            let alternative = CellCaptions.caption(index, of: captions.alternatives)
            let html = FigureHTML(figure: figure, cell: cell, number: index + 1, slug: slug)
            return .figure(html.html(caption: caption, alternative: alternative))
        }
    }

    /// The parts, with figures that follow one another in a grid if the cell asks for columns.
    private func arranged(_ parts: [Part]) -> [String] {
        var arranged: [String] = []
        var figures: [String] = []
        func close() {
            guard let columns = cell.options.columns, figures.count > 1 else {
                arranged += figures
                figures = []
                return
            }
            let grid = figures.joined(separator: "\n")
            arranged.append("<div class=\"cell-figures\" style=\"--columns: \(columns)\">\n\(grid)\n</div>")
            figures = []
        }
        for part in parts {
            switch part {
            case .figure(let html): figures.append(html)
            case .other(let html):
                close()
                arranged.append(html)
            }
        }
        close()
        return arranged
    }

    private func printed(_ text: String) -> String {
        if cell.options.output == .markdown, let html = PrintedMarkdown.html(text) { return html }
        return Self.text(text, "cell-stdout", "Printed")
    }

    private static func text(_ text: String, _ name: String, _ label: String) -> String {
        """
        <pre class="\(name)" tabindex="0" role="group" aria-label="\(label)">\(TerminalText.html(text.trimming("\n")))</pre>
        """
    }
}
