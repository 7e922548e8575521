import CommonMark

extension Weaver {
    /// A div that shows its own lines of the chapter, and beside them what becomes of them: neither can be out of date.
    mutating func demo(_ node: Node, _ attributes: Attributes) -> Node {
        let source = node.position.map { lines(inside: $0) } ?? ""
        let open = """
            <div\(attributes.html())>
            <div class="demo-source">\(SourceHTML.html(source, language: "markdown"))</div>
            <div class="demo-result">
            """
        return Node(.container(open: open, close: "</div>\n</div>"), children: wovenInside(node).children)
    }

    /// The chapter's lines between the first and the last of `position`, without the indentation of the first.
    private func lines(inside position: Position) -> String {
        (position.startLine + 1..<max(position.startLine + 1, position.endLine)).map { number in
            let line = source.line(number)
            let indentation = line.prefix { $0 == " " }.count
            return line.dropFirst(min(indentation, position.startColumn - 1))
        }.joined(separator: "\n")
    }
}
