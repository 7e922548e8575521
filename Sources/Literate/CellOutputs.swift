import NotebookEvents

/// What a cell printed and showed, as HTML.
struct CellOutputs {
    let cell: Cell
    /// The name of the chapter.
    let slug: String
    let captions: CellCaptions
    /// What the cell's label labels, and its number; nil where the label is only an id.
    let target: Labels.Target?

    /// All that the cell left, in the order in which it did.
    func html(_ result: UnitResult) -> [String] {
        var numbers = CaptionNumbers(target, result)
        return arranged(
            Transcript(result, withMessages: cell.options.warning).entries.map { entry in
                switch entry {
                case .printed(let text): .other(printed(text))
                case .message(let text): .other(Self.text(text, "cell-stderr", "Messages"))
                case .shown(let output): part(output, numbering: &numbers)
                }
            })
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
