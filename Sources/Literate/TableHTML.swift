import CommonMark
import NotebookEvents

/// A table as its page shows it: columns of numbers to the right, wide tables in a box that scrolls.
///
/// Most columns hold numbers, so the others say that they don't, and cells are not closed, as HTML allows: that is a
/// kilobyte and a half less in a page of charts.
enum TableHTML {
    static func html(_ table: Table, caption: String?) -> String {
        let isNumeric = table.columns.indices.map { column in
            table.rows.allSatisfy { $0.indices.contains(column) && looksNumeric($0[column]) }
        }
        func row(_ cells: [String], isHead: Bool = false) -> String {
            let cells = zip(cells, isNumeric).map { text, isNumeric in
                // A head without a text names nothing.
                let tag = isHead && !text.isEmpty ? "th" : "td"
                let attributes = (tag == "th" ? " scope=\"col\"" : "") + (isNumeric ? "" : " class=\"text\"")
                return "<\(tag)\(attributes)>\(HTML.escape(text.typeset))"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return """
            <div class="cell-table" tabindex="0" role="group" aria-label="Table"><table>
            \(caption.map { "<caption>\($0)</caption>\n" } ?? "")<thead>\(row(table.columns, isHead: true))</thead>
            <tbody>
            \(table.rows.map { row($0) }.joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    /// A row of cells that are HTML, each with its column's alignment.
    static func row(_ cells: some Sequence<(String, PipeTable.Alignment)>, isHead: Bool) -> String {
        let cells = cells.map { html, alignment in
            let align = alignment == .none ? "" : " class=\"align-\(alignment.rawValue)\""
            // A head without a text names nothing.
            let tag = isHead && !html.isEmpty ? "th" : "td"
            return "<\(tag)\(tag == "th" ? " scope=\"col\"" : "")\(align)>\(html)</\(tag)>"
        }
        return "<tr>\(cells.joined())</tr>"
    }

    /// Whether `text` is a number as tables show it, with a unit, a sign, a margin or a power of ten perhaps, or none:
    /// empty, or a dash.
    private static func looksNumeric(_ text: String) -> Bool {
        text.split(separator: " ± ").allSatisfy { number in
            let digits = number.trimming(" %±+-−–—").replacing(",", with: "")
            return digits.isEmpty || Double(digits) != nil || isPower(digits)
        }
    }

    /// Whether `text` is a power of ten, as in "1.2×10⁻⁷".
    private static func isPower(_ text: String) -> Bool {
        let factors = text.split(separator: "×")
        guard let power = factors.last, power.hasPrefix("10"), power.count > 2, factors.count <= 2 else { return false }
        let hasFactor = factors.count == 1 || Double(factors[0]) != nil
        return hasFactor && power.dropFirst(2).allSatisfy("⁻⁰¹²³⁴⁵⁶⁷⁸⁹".contains)
    }
}
