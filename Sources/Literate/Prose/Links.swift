import CommonMark

/// A link of a chapter: where it leads, as its author wrote it, and where it stands.
package struct Link: Equatable, Sendable {
    package var destination: String
    package var location: Location
}

extension Chapter {
    /// The chapter's links, in the order of the text: those of Markdown, also in captions of cells, and those of the
    /// author's own HTML.
    package var links: [Link] {
        allInlines.flatMap { node -> [Link] in
            let start = node.position?.location ?? Location(line: 1, column: 1)
            switch node.kind {
            case .link(let destination, _): return [Link(destination: destination, location: start)]
            case .htmlBlock(let html), .htmlInline(let html): return Link.all(in: html, at: start)
            default: return []
            }
        }
    }
}

extension Link {
    /// The addresses in a piece of HTML that begins at `start`.
    fileprivate static func all(in html: String, at start: Location) -> [Link] {
        guard !html.hasPrefix("<!--") else { return [] }
        return html.matches(of: #/\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/#).map { match in
            let before = html[..<match.range.lowerBound].utf8
            let lines = before.count { $0 == UInt8(ascii: "\n") }
            let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
            return Link(
                destination: String(match.1 ?? match.2 ?? "").replacing("&amp;", with: "&"),
                // The attribute's name stands behind a blank.
                location: Location(line: start.line + lines, column: (lines == 0 ? start.column : 1) + column + 1))
        }
    }
}
