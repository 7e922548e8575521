import CommonMark

extension Weaver {
    mutating func table(_ node: Node, _ table: PipeTable) -> Node {
        var rows: [String] = []
        var caption: String?
        for child in node.children {
            if child.kind == .caption {
                caption = html(child.children)
            } else {
                rows.append(row(child, table.alignments, isHead: rows.isEmpty))
            }
        }
        let label = table.attributes.id
        let number = label.flatMap { course.references[$0]?.target.text(isShort: false, isNumbered: true) }
        let id = label.map { "\($0)--caption" }
        let title = CaptionNumbers.caption(caption, number).map { words in
            "<caption\(id.map { " id=\"\($0)\"" } ?? "")>\(words)</caption>\n"
        }
        let name = title == nil ? nil : id.map { "aria-labelledby=\"\($0)\"" }
        return block(
            """
            <div\(table.attributes.html(adding: ["table"])) tabindex="0" role="group" \(name ?? "aria-label=\"Table\"")><table>
            \(title ?? "")<thead>\(rows.first ?? "")</thead>
            \(rows.count < 2 ? "" : "<tbody>\n\(rows.dropFirst().joined(separator: "\n"))\n</tbody>")</table></div>
            """)
    }

    private mutating func row(_ node: Node, _ alignments: [PipeTable.Alignment], isHead: Bool) -> String {
        let cells = node.children.map { html($0.children) }
        return TableHTML.row(zip(cells, alignments), isHead: isHead)
    }
}
