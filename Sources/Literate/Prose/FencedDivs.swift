import CommonMark

/// Fenced divs: blocks between lines of three colons or more, in the form that Pandoc gave them.
///
///     ::: {.callout-note title="A title"}
///     Any blocks, also further divs.
///     :::
///
/// A line that opens a div has attributes in braces, or a single word, which is a class. A line without them closes the
/// last one that was opened.
enum FencedDivs {
    /// What a line of colons does.
    enum Line {
        case opening(Attributes)
        case closing
        case malformed(String)
    }

    /// Reads `line`, without its indentation; nil where it is no fence of a div.
    static func read(_ line: String) -> Line? {
        guard line.hasPrefix(":::") else { return nil }
        let rest = line.drop { $0 == ":" }.trimming(" \t")
        if rest.isEmpty { return .closing }
        if rest.hasPrefix("{") {
            let text = rest.trimming(":").trimming(" \t")
            guard text.hasSuffix("}") else { return .malformed("the braces of this div are not closed") }
            do throws(AttributeReader.Malformed) {
                return .opening(try AttributeReader.read(text.dropFirst().dropLast()))
            } catch {
                return .malformed(error.message)
            }
        }
        let word = rest.trimming(":").trimming(" \t")
        guard word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }), !word.isEmpty else {
            return .malformed("a div is opened by '::: {.class}', not by ':::' and words")
        }
        return .opening(Attributes(classes: [word]))
    }
}

/// Puts blocks that stand between an opening and a closing into divs.
struct DivPairing {
    let source: SourceText
    let placeholders: Placeholders
    private(set) var problems: [Problem] = []
    /// The fences that have gone by.
    private var found: Set<Location> = []

    /// How deep divs may be nested in one another.
    private static let limit = 50

    init(source: SourceText, placeholders: Placeholders) {
        self.source = source
        self.placeholders = placeholders
    }

    /// A div that is not closed yet, and the blocks of it that have gone by.
    private struct Open {
        var attributes: Attributes
        var location: Location
        var blocks: [Node] = []
    }

    /// `node`, and all below it, with divs.
    mutating func paired(_ node: Node) -> Node {
        var node = node
        node.children = paired(node.children)
        return node
    }

    private mutating func paired(_ blocks: [Node]) -> [Node] {
        var outer: [Node] = []
        var open: [Open] = []
        func add(_ block: Node) {
            if open.isEmpty { outer.append(block) } else { open[open.count - 1].blocks.append(block) }
        }
        for block in blocks {
            guard case .htmlBlock(let html) = block.kind, let entry = placeholders.block(html) else {
                add(paired(block))
                continue
            }
            found.insert(entry.location)
            switch entry.content {
            case .divOpening(let attributes):
                open.append(Open(attributes: attributes, location: entry.location))
                if open.count > Self.limit { return tooDeep(at: entry.location) }
            case .divClosing:
                guard let last = open.popLast() else {
                    problems.append(
                        source.problem(
                            "this closes no div", at: entry.location,
                            fix: "a div is opened by a line '::: {.class}' in the same list or quote"))
                    continue
                }
                add(Self.div(last, end: entry.location))
            default: add(block)
            }
        }
        while let last = open.popLast() {
            problems.append(
                source.problem(
                    "this div is not closed", at: last.location,
                    fix: "end it with a line ':::' in the same list or quote"))
            add(Self.div(last, end: last.location))
        }
        return outer
    }

    /// The problems of fences that libcmark took for a part of something else.
    var lost: [Problem] {
        guard problems.isEmpty else { return [] }
        return placeholders.entries.filter { $0.isFence && !found.contains($0.location) }.map {
            source.problem(
                "this line is part of the text or HTML before it, and no fence of a div", at: $0.location,
                fix: "put a blank line before it, and indent it like the text around it")
        }
    }

    private mutating func tooDeep(at location: Location) -> [Node] {
        problems.append(source.problem("divs are nested more than \(Self.limit) levels deep", at: location))
        return []
    }

    private static func div(_ open: Open, end: Location) -> Node {
        let position = Position(
            startLine: open.location.line, startColumn: open.location.column, endLine: end.line, endColumn: end.column)
        return Node(.div(open.attributes), position: position, children: open.blocks)
    }
}
