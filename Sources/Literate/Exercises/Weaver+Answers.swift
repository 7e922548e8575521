import CommonMark

extension Weaver {
    /// A paragraph, in which readers may be asked for an answer: then the field stands below it, named by the sentence
    /// that leads to it.
    mutating func paragraph(_ node: Node) -> Node {
        guard exercise != nil, let place = node.children.firstIndex(where: \.isAnswer),
            case .code(let span) = node.children[place].kind
        else { return wovenInside(node) }
        let (question, lead) = Self.lastSentence(of: Array(node.children[..<place]))
        var parts: [Node] = []
        if !question.isEmpty { parts.append(wovenInside(Node(.paragraph, children: question))) }
        let name = html(lead).trimming(" \n")
        let expression = nextExpression(in: span)
        let rest = html(Array(node.children[(place + 1)...])).trimming(" \n")
        if let expression {
            let field = AnswerHTML(
                expression, name: name.isEmpty ? "Your answer:" : name, rest: rest,
                isShown: course.solutions != .omitted)
            parts.append(block(field.html))
        }
        return Node(.container(open: "", close: ""), children: parts)
    }

    /// `inlines` in two, between sentences: what ends with the last full stop, and the rest.
    private static func lastSentence(of inlines: [Node]) -> (before: [Node], last: [Node]) {
        for index in inlines.indices.reversed() {
            guard case .text(let text) = inlines[index].kind else { continue }
            let isAtEnd = index + 1 < inlines.count && [.softBreak, .lineBreak].contains(inlines[index + 1].kind)
            if isAtEnd, text.contains(#/[.?!…][”’)]?$/#) {
                return (Array(inlines[...index]), Array(inlines[(index + 2)...]))
            }
            guard let end = text.matches(of: #/[.?!…][”’)]? +/#).last?.range else { continue }
            let before = Array(inlines[..<index]) + [Node(.text(text[..<end.upperBound].trimming(" ")))]
            return (before, [Node(.text(String(text[end.upperBound...])))] + inlines[(index + 1)...])
        }
        return ([], inlines)
    }
}

extension Node {
    fileprivate var isAnswer: Bool {
        guard case .code(let span) = kind else { return false }
        return InlineExpression(codeSpan: span, at: Location(line: 1, column: 1))?.role == .answer
    }
}
