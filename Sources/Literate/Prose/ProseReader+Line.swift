import CommonMark

extension ProseReader {
    /// Reads a line that stands by itself, such as a caption, whose text begins at `location` of `source`.
    /// - Returns: its inlines, and what is wrong with them.
    static func readLine(
        _ text: String, of source: SourceText, at location: Location
    ) throws(NestedTooDeeply) -> ([Node], [Problem]) {
        // The text of a heading is a line of inlines, whatever it begins with. The last mark closes the heading.
        let line = text.split(separator: "\n").joined(separator: " ")
        let heading = SourceText(path: source.path, text: "# \(line) #")
        let (document, found) = try read(heading, firstLine: 1)
        // YAML may have taken quotes and escapes away: only where the text begins is known.
        let inlines = (document.children.first?.children ?? []).map { $0.placed(at: Position(location)) }
        var problems = found.map { source.problem($0.message, at: location, fix: $0.fix) }
        if inlines.flatMap(\.all).contains(where: { if case .footnoteReference = $0.kind { true } else { false } }) {
            problems = [source.problem("a caption can't have footnotes", at: location)]
        }
        return (inlines, problems)
    }
}

extension Node {
    /// This node, with all that knows its place at `position`.
    fileprivate func placed(at position: Position) -> Node {
        mapped { node in
            var node = node
            node.position = position
            switch node.kind {
            case .formula(var formula):
                formula.lines = [position]
                node.kind = .formula(formula)
            case .mention(var mention):
                for index in mention.items.indices { mention.items[index].position = position }
                node.kind = .mention(mention)
            default: break
            }
            return node
        }
    }
}
