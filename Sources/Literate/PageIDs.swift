import CommonMark

/// The ids of a chapter's page that links can lead to. They depend on the chapter's text alone, so that a link holds
/// whatever its cells compute.
package struct PageIDs: Sendable {
    /// The ids of the headings, in their order.
    let headings: [String]
    /// All ids: of headings, cells, and whatever else has a label.
    package let all: Set<String>

    package init(_ chapter: Chapter) {
        var ids = UniqueIDs()
        // Labels are taken: a heading of the same name gets another id.
        for cell in chapter.cells { _ = ids.unique(cell.id) }
        let nodes = chapter.document.all
        for node in nodes { node.label.map { _ = ids.unique($0) } }
        headings = nodes.filter(\.isHeading).map { heading in
            heading.attributes?.id ?? ids.unique(UniqueIDs.slug(heading.withoutExpressions.plainText))
        }
        let shown = chapter.cells.filter(\.options.include).map(\.id)
        all = Set(["main"] + shown + nodes.compactMap(\.label) + headings + nodes.flatMap(\.idsInHTML))
    }
}

extension Node {
    fileprivate var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }

    /// This node without the expressions in it, whose values may be others in the next build.
    fileprivate var withoutExpressions: Node {
        mapped { node in
            guard case .code(let span) = node.kind,
                InlineExpression(codeSpan: span, at: Location(line: 1, column: 1)) != nil
            else { return node }
            return Node(.text(""))
        }
    }

    /// The ids that an author's own HTML gives.
    fileprivate var idsInHTML: [String] {
        switch kind {
        case .htmlBlock(let html), .htmlInline(let html):
            html.matches(of: #/\s(?:id|name)\s*=\s*["']([^"'\s]+)["']/#).map { String($0.1) }
        default: []
        }
    }
}

/// The ids that a page has given away. Those that it makes itself contain "--", which no heading's id does.
private struct UniqueIDs {
    private var taken: Set<String> = ["main"]

    /// `id`, or `id-2`, `id-3` where it is taken.
    mutating func unique(_ id: String) -> String {
        var candidate = id
        var number = 1
        while !taken.insert(candidate).inserted {
            number += 1
            candidate = "\(id)-\(number)"
        }
        return candidate
    }

    /// The id of a heading: its letters and digits, in lower case, joined by hyphens.
    static func slug(_ title: String) -> String {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? "section" : words.joined(separator: "-")
    }
}
