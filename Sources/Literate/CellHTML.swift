import NotebookEvents

/// A cell as its page shows it: its source, then what it printed and showed, in the order in which it did.
struct CellHTML {
    let cell: Cell
    let result: UnitResult

    func html(numbering captions: inout CaptionNumbers) -> String {
        var parts: [String] = []
        if cell.options.echo { parts.append(SourceHTML.html(cell.code, language: "swift")) }
        if cell.options.output { parts += outputs(numbering: &captions) }
        parts += result.problems.map { "<pre class=\"cell-error\" role=\"alert\">\(HTML.escape($0.description))</pre>" }
        return "<section class=\"cell\" id=\"\(cell.id)\">\n\(parts.joined(separator: "\n"))\n</section>"
    }
}

extension CellHTML {
    private func outputs(numbering captions: inout CaptionNumbers) -> [String] {
        var parts: [String] = []
        let printed = Array(result.standardOutput.utf8)
        var end = 0
        func print(upTo next: Int) {
            guard next > end else { return }
            parts.append(Self.pre("cell-stdout", String(decoding: printed[end..<next], as: UTF8.self)))
            end = next
        }
        for case .output(let output, let offset) in result.events {
            print(upTo: min(offset, printed.count))
            parts.append(html(output, numbering: &captions))
        }
        print(upTo: printed.count)
        if !result.standardError.isEmpty { parts.append(Self.pre("cell-stderr", result.standardError)) }
        return parts
    }

    private func html(_ output: Output, numbering captions: inout CaptionNumbers) -> String {
        switch output {
        case .text(let text): Self.pre("cell-value", text)
        case .table(let table): Self.html(table, caption: cell.options.tableCaption.map { captions.table($0) })
        case .figure(let figure): html(figure, caption: cell.options.figureCaption.map { captions.figure($0) })
        }
    }

    private func html(_ figure: Figure, caption: String?) -> String {
        let summary = cell.options.figureAlternative ?? figure.summary
        let captionHTML = caption.map { "<figcaption>\($0)</figcaption>\n" } ?? ""
        return """
            <figure class="figure">
            \(figure.svg)
            \(captionHTML)<p class="figure-summary">\(HTML.escape(summary))</p>
            <details class="figure-data"><summary>Data</summary>
            \(Self.html(figure.data, caption: nil))
            </details>
            </figure>
            """
    }

    private static func pre(_ name: String, _ text: String) -> String {
        "<pre class=\"\(name)\" tabindex=\"0\">\(HTML.escape(text.trimming("\n")))</pre>"
    }

    private static func html(_ table: Table, caption: String?) -> String {
        let isNumeric = table.columns.indices.map { column in
            table.rows.allSatisfy { $0.indices.contains(column) && looksNumeric($0[column]) }
        }
        func row(_ cells: [String], tag: String) -> String {
            let cells = zip(cells, isNumeric).map { text, isNumeric in
                let scope = tag == "th" ? " scope=\"col\"" : ""
                return "<\(tag)\(scope)\(isNumeric ? " class=\"number\"" : "")>\(HTML.escape(text))</\(tag)>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return """
            <div class="table" tabindex="0"><table>\(caption.map { "<caption>\($0)</caption>" } ?? "")
            <thead>\(row(table.columns, tag: "th"))</thead>
            <tbody>
            \(table.rows.map { row($0, tag: "td") }.joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    /// Whether `text` is a number as tables show it: with a unit or a sign perhaps, or empty.
    private static func looksNumeric(_ text: String) -> Bool {
        let digits = text.trimming(" %±+-−")
        return text.isEmpty || Double(digits) != nil
    }
}

/// The numbers of a page's captions.
struct CaptionNumbers {
    private var figures = 0
    private var tables = 0

    mutating func figure(_ caption: String) -> String {
        figures += 1
        return "<span class=\"caption-number\">Figure \(figures).</span> \(HTML.escape(caption))"
    }

    mutating func table(_ caption: String) -> String {
        tables += 1
        return "<span class=\"caption-number\">Table \(tables).</span> \(HTML.escape(caption))"
    }
}
