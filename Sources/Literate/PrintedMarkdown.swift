import CommonMark

/// Printed text that is Markdown, as `output: asis` says, as HTML.
///
/// What a cell prints is data, so it can't bring HTML of its own: tags are shown as text, and links lead to the web,
/// to a mail address or to the site only.
enum PrintedMarkdown {
    /// The HTML of `text`; nil where it is nested deeper than any page.
    static func html(_ text: String) -> String? {
        var parts: [String] = []
        for piece in PrintedPiece.pieces(of: TerminalText.plain(text)) {
            switch piece {
            case .table(let alignments, let rows): parts.append(table(alignments, rows))
            case .text(let text):
                guard let document = try? CommonMark.parse(text, smart: true) else { return nil }
                parts.append(CommonMark.html(document.mapped(tamed)).trimming("\n"))
            }
        }
        return "<div class=\"cell-markdown\">\n\(parts.filter { !$0.isEmpty }.joined(separator: "\n"))\n</div>"
    }

    private static func table(_ alignments: [PipeTable.Alignment], _ rows: [[String]]) -> String {
        let rows = rows.enumerated().map { number, cells in
            TableHTML.row(zip(cells.map(inline), alignments), isHead: number == 0)
        }
        return """
            <div class="table" tabindex="0" role="group" aria-label="Table"><table>
            <thead>\(rows[0])</thead>
            <tbody>
            \(rows.dropFirst().joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    /// A cell's Markdown as HTML; where it would begin a list or another block, its characters.
    private static func inline(_ text: String) -> String {
        guard let document = try? CommonMark.parse(text, smart: true), document.children.count == 1,
            document.children[0].kind == .paragraph
        else { return HTML.escape(text) }
        let html = CommonMark.html(document.mapped(tamed)).trimming("\n")
        return String(html.dropFirst("<p>".count).dropLast("</p>".count))
    }
}

extension PrintedMarkdown {
    private static func tamed(_ node: Node) -> Node {
        switch node.kind {
        case .htmlBlock(let html): Node(.paragraph, children: [Node(.text(html.trimming("\n")))])
        case .htmlInline(let html): Node(.text(html))
        // The page's title is its only heading of the first level.
        case .heading(let level): Node(.heading(level: max(2, level)), children: node.children)
        case .codeBlock(let info, let code):
            Node(.customBlock(SourceHTML.html(code, language: String(info.prefix { !$0.isWhitespace }))))
        case .link(let destination, _) where !isHarmless(destination):
            Node(.customInline(""), children: node.children)
        case .image(let source, _) where !isHarmless(source): Node(.text(node.plainText))
        default: node
        }
    }

    /// Whether an address has no scheme, or one that runs nothing.
    private static func isHarmless(_ address: String) -> Bool {
        let scheme = address.prefix { !":/?#".contains($0) }
        guard scheme.endIndex < address.endIndex, address[scheme.endIndex] == ":" else { return true }
        return ["http", "https", "mailto"].contains(scheme.lowercased())
    }
}
