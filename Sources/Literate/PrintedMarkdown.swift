import CommonMark

/// Printed text that is Markdown, as `output: asis` says, as HTML.
///
/// What a cell prints is data, so it can't bring HTML of its own: tags are shown as text, and links lead to the web,
/// to a mail address or to the site only.
enum PrintedMarkdown {
    /// The HTML of `text`; nil where it is nested deeper than any page.
    static func html(_ text: String) -> String? {
        guard let document = try? CommonMark.parse(TerminalText.plain(text), smart: true) else { return nil }
        let html = CommonMark.html(document.mapped(tamed)).trimming("\n")
        return "<div class=\"cell-markdown\">\n\(html)\n</div>"
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
