import CommonMark

extension Weaver {
    /// The choices of an exercise: each opens, and then says whether it is right, and why. That needs no script.
    mutating func choices(_ node: Node, _ attributes: Attributes) -> Node {
        guard let list = node.children.first, case .list = list.kind else { return wovenInside(node) }
        let items = list.children.map { choice($0) }
        let open = "<ul\(attributes.html()) aria-label=\"Choices\">"
        return Node(.container(open: open, close: "</ul>"), children: items)
    }

    private mutating func choice(_ item: Node) -> Node {
        let inlines = item.children.first?.children ?? []
        let place = inlines.firstIndex(where: \.isCondition) ?? inlines.endIndex
        var text = html(Array(inlines[..<place])).trimming(" \n")
        var verdict: InlineHTML?
        if place < inlines.endIndex, case .code(let span) = inlines[place].kind {
            verdict = nextExpression(in: span)
            text += " " + html(Array(inlines[(place + 1)...]))
        }
        let reason = item.children.dropFirst().map { woven($0) }
        guard let verdict, let value = verdict.value else {
            let missing = verdict?.html ?? ""
            return Node(.container(open: "<li>\(text) \(missing)", close: "</li>"), children: reason)
        }
        let isRight = value == "true"
        let open = """
            <li><details class="choice\(isRight ? " choice-right" : "")"><summary>\(text.trimming(" \n"))</summary>
            <p class="verdict">\(isRight ? "Right." : "Not this one.")</p>
            """
        return Node(.container(open: open, close: "</details></li>"), children: reason)
    }
}

extension Node {
    fileprivate var isCondition: Bool {
        if case .code(let span) = kind { span.hasPrefix(InlineExpression.Role.correct.rawValue) } else { false }
    }
}
