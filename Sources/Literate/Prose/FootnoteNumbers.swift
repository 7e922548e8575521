import CommonMark

/// The numbers of a chapter's footnotes: they are counted in the order in which the text refers to them first.
struct FootnoteNumbers {
    private(set) var numbers: [String: Int] = [:]
    private(set) var problems: [Problem] = []
    private let source: SourceText
    private var definitions: [String: Position] = [:]

    init(_ document: Node, in source: SourceText) {
        self.source = source
        define(document)
        var waiting: [Node] = []
        count(document, waiting: &waiting)
        // Footnotes that only other footnotes refer to come last.
        while let footnote = waiting.first {
            waiting.removeFirst()
            for child in footnote.children { count(child, waiting: &waiting) }
        }
        for (label, position) in definitions.sorted(by: { $0.value.startLine < $1.value.startLine })
        where numbers[label] == nil {
            report(
                "nothing refers to this footnote", at: position,
                fix: "write '[^\(label)]' where it belongs, or remove it")
        }
    }

    private mutating func define(_ node: Node) {
        if case .footnote(let label) = node.kind, let position = node.position {
            if let first = definitions[label] {
                report("the footnote '\(label)' is written twice: first on line \(first.startLine)", at: position)
            } else {
                definitions[label] = position
            }
        }
        for child in node.children { define(child) }
    }

    private mutating func count(_ node: Node, waiting: inout [Node]) {
        switch node.kind {
        case .footnote: waiting.append(node)
        case .footnoteReference(let label):
            guard numbers[label] == nil else { return }
            if definitions[label] == nil {
                let suggestion = Nearest.nearest(to: label, among: Array(definitions.keys))
                report(
                    "there is no footnote '\(label)'" + (suggestion.map { ": did you mean '[^\($0)]'?" } ?? ""),
                    at: node.position, fix: "write what it says on a line '[^\(label)]: …'")
            }
            numbers[label] = numbers.count + 1
        default: for child in node.children { count(child, waiting: &waiting) }
        }
    }

    private mutating func report(_ message: String, at position: Position?, fix: String? = nil) {
        problems.append(source.problem(message, at: position?.location, fix: fix))
    }
}
