import CommonMark

/// A callout: a div of a class such as `callout-note`, or a quote that begins with `[!NOTE]` on a line of its own.
///
///     ::: {.callout-tip title="Read this twice" collapse="true"}
///     > [!WARNING]
struct Callout {
    enum Kind: String, CaseIterable {
        case note
        case tip
        case important
        case warning
        case caution

        /// The word that tells a reader what the callout is.
        var word: String { rawValue.withCapital }
        var className: String { "callout-\(rawValue)" }
    }

    let kind: Kind
    let title: String?
    /// Whether a reader can fold the callout, and whether it is folded at first; nil where it can't be.
    let isFolded: Bool?

    /// The callout that a div with these attributes is; nil where it is something else.
    init?(_ attributes: Attributes) {
        guard let kind = Kind.allCases.first(where: { attributes.classes.contains($0.className) }) else { return nil }
        self.kind = kind
        title = attributes["title"]
        isFolded = attributes["collapse"].flatMap(Bool.init)
    }
}

/// Makes divs of the quotes that are callouts, and checks the callouts among the divs.
struct CalloutReader {
    let source: SourceText
    private(set) var problems: [Problem] = []

    init(source: SourceText) {
        self.source = source
    }

    /// `node`, and all below it, with divs for quotes that are callouts.
    mutating func read(_ node: Node) -> Node {
        var node = node
        node.children = node.children.map { read($0) }
        if node.kind == .blockQuote { node = callout(node) ?? node }
        guard case .div(let attributes) = node.kind else { return node }
        check(attributes, of: node)
        // A heading that a callout begins with is its title, and no section of the page.
        if let callout = Callout(attributes), callout.title == nil, case .heading = node.children.first?.kind {
            node.children[0].kind = .caption
        }
        return node
    }
}

extension CalloutReader {
    private mutating func callout(_ quote: Node) -> Node? {
        guard var paragraph = quote.children.first, paragraph.kind == .paragraph,
            case .text(let text) = paragraph.children.first?.kind, let match = text.wholeMatch(of: #/\[!(\w+)\] */#),
            paragraph.children.count == 1 || paragraph.children[1].kind == .softBreak
        else { return nil }
        let names = Callout.Kind.allCases.map { $0.rawValue.uppercased() }
        guard let kind = Callout.Kind(rawValue: match.1.lowercased()) else {
            report(
                "unknown callout '\(match.1)'" + Nearest.suggestion(for: match.1.uppercased(), among: names), at: quote)
            return nil
        }
        paragraph.children.removeFirst(min(2, paragraph.children.count))
        let rest = Array(quote.children.dropFirst())
        return Node(
            .div(Attributes(classes: [kind.className])), position: quote.position,
            children: paragraph.children.isEmpty ? rest : [paragraph] + rest)
    }

    private mutating func check(_ attributes: Attributes, of div: Node) {
        let known = Callout.Kind.allCases.map(\.className)
        for name in attributes.classes where name.hasPrefix("callout") && !known.contains(name) {
            report("unknown callout '\(name)'" + Nearest.suggestion(for: name, among: known), at: div)
        }
        if Callout(attributes) != nil, let fold = attributes["collapse"], Bool(fold) == nil {
            report("'collapse' is to be true or false, not '\(fold)'", at: div)
        }
    }

    private mutating func report(_ message: String, at node: Node) {
        problems.append(source.problem(message, at: node.position?.location))
    }
}
