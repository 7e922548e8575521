import CommonMark

/// A page's footnotes while it is woven: what they say, and from where they are referred to.
struct FootnoteList {
    private let numbers: [String: Int]
    private var counts: [Int: Int] = [:]
    private var texts: [Int: [Node]] = [:]

    init(_ document: Node, in source: SourceText) {
        numbers = FootnoteNumbers(document, in: source).numbers
    }

    /// The mark that leads to a footnote.
    mutating func reference(to label: String) -> Node {
        let number = numbers[label] ?? 0
        counts[number, default: 0] += 1
        return Node(
            .customInline(
                """
                <sup class="footnote-mark"><a id="\(Self.id(number, counts[number] ?? 1))" href="#note--\(number)" \
                role="doc-noteref" aria-label="Footnote \(number)">\(number)</a></sup>
                """))
    }

    /// Keeps what a footnote says for the end of the page.
    mutating func add(_ blocks: [Node], for label: String) {
        if let number = numbers[label] { texts[number] = blocks }
    }

    /// The list at the end of the page; nil where there are no footnotes.
    var section: Node? {
        guard !texts.isEmpty else { return nil }
        let items = texts.sorted { $0.key < $1.key }.map { number, blocks in
            Node(
                .container(open: "<li id=\"note--\(number)\" value=\"\(number)\">", close: "</li>"),
                children: withBackLinks(blocks, number))
        }
        let open = """
            <section class="footnotes" role="doc-endnotes" aria-labelledby="notes--title">
            <h2 id="notes--title">Notes</h2>
            <ol>
            """
        return Node(.container(open: open, close: "</ol>\n</section>"), children: items)
    }

    private func withBackLinks(_ blocks: [Node], _ number: Int) -> [Node] {
        var blocks = blocks
        let count = counts[number] ?? 0
        let links = (1..<count + 1).map { time in
            let place = count > 1 ? ", place \(time)" : ""
            return """
                 <a class="back" href="#\(Self.id(number, time))" role="doc-backlink" \
                aria-label="Back to where footnote \(number) stands\(place)">↩</a>
                """
        }
        let node = Node(.customInline(links.joined()))
        if blocks.last?.kind == .paragraph {
            blocks[blocks.count - 1].children.append(node)
        } else {
            blocks.append(Node(.paragraph, children: [node]))
        }
        return blocks
    }

    private static func id(_ number: Int, _ time: Int) -> String {
        time == 1 ? "note--\(number)-mark" : "note--\(number)-mark-\(time)"
    }
}
