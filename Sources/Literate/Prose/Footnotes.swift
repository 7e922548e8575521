import CommonMark

/// Footnotes: `[^label]` in the text, and anywhere on lines of their own what they say.
///
///     It is called *dropout*.[^name]
///
///     [^name]: By its authors.
///
///         A further paragraph is indented by four blanks.
enum Footnotes {
    /// What libcmark reads in the place of `[^name]: `: the marker of a list's item, whose text begins where a
    /// footnote's further paragraphs do.
    static let marker = "1)  "

    /// The label of `^label`.
    static func label(_ text: String) -> String? {
        let label = text.dropFirst()
        return text.hasPrefix("^") && !label.isEmpty && !label.contains(where: \.isWhitespace) ? String(label) : nil
    }

    /// The label that a line, without its indentation, gives a text to, and how many bytes stand before that text.
    static func definition(_ line: String) -> (label: String, length: Int)? {
        guard line.hasPrefix("[^"), let end = line.firstRange(of: "]:"),
            let label = label(String(line[..<end.lowerBound].dropFirst())), !label.contains("]"), !label.contains("[")
        else { return nil }
        let blanks = line[end.upperBound...].prefix { $0 == " " || $0 == "\t" }
        return (label, line[..<blanks.endIndex].utf8.count)
    }
}

/// Takes the items that stand for footnotes out of their lists.
struct FootnoteExtraction {
    /// The labels of the footnotes that are still to be found, by the draft's lines.
    private(set) var labels: [Int: String]

    init(labels: [Int: String]) {
        self.labels = labels
    }

    /// `node`, and all below it, with footnotes.
    mutating func extracted(_ node: Node) -> Node {
        var node = node
        node.children = node.children.flatMap { child in
            if case .list(let list) = child.kind, case .ordered(_, .parenthesis) = list.marker {
                return pieces(of: child)
            }
            return [extracted(child)]
        }
        return node
    }

    /// The footnotes among the items of a list, and lists of the items between them.
    private mutating func pieces(of list: Node) -> [Node] {
        var pieces: [Node] = []
        for item in list.children {
            let label = item.position.flatMap { labels.removeValue(forKey: $0.startLine) }
            let item = extracted(item)
            if let label {
                pieces.append(Node(.footnote(label: label), position: item.position, children: item.children))
            } else if let last = pieces.last, case .list = last.kind {
                pieces[pieces.count - 1].children.append(item)
            } else {
                pieces.append(Node(list.kind, position: item.position, children: [item]))
            }
        }
        return pieces
    }
}

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
