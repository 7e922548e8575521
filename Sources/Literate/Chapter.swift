public import CommonMark

/// A chapter: CommonMark whose Swift fences run.
///
/// # The format
///
/// 1. A chapter is a UTF-8 file `chapters/SLUG.md`. It begins with its front matter: YAML between two lines `---`,
///    with at least a `title`.
/// 2. The rest is CommonMark. The title is the page's heading, so the text's own headings begin at `##`.
/// 3. A fence whose info string is `swift` or `{swift}` is a *cell*: it runs. With `ignore` behind it
///    (` ```swift ignore `) it is only shown. Fences of other languages are shown.
/// 4. Lines `//| key: value` at the top of a cell are its options.
/// 5. A code span `` `{swift} expression` `` shows the value of an expression, `` `{claim} expression` `` checks one.
/// 6. Cells and expressions run in the order of the text, and each sees all that the cells before it declared.
///
/// A chapter is read once into this value. `units` is what there is to run; `document` is what the page is woven
/// from, and holds cells and expressions in the same order.
public struct Chapter: Equatable, Sendable {
    public let source: SourceText
    /// The chapter's name in addresses: `dropout` for `chapters/dropout.md`.
    public let slug: String
    public let frontMatter: FrontMatter
    public let document: Node
    public let units: [Unit]

    /// What runs as one: a cell, or all expressions in the prose between two cells.
    public enum Unit: Equatable, Sendable {
        case cell(Cell)
        case prose([InlineExpression])

        public var isCell: Bool {
            if case .cell = self { true } else { false }
        }

        /// Where the unit's first piece of Swift begins.
        public var location: Location {
            switch self {
            case .cell(let cell): cell.location
            case .prose(let expressions): expressions.first?.location ?? Location(line: 1, column: 1)
            }
        }
    }

    /// Reads a chapter.
    /// - Throws: every problem of the chapter's form.
    public init(_ source: SourceText, slug: String) throws(Problems) {
        let (frontMatter, firstLine) = try FrontMatter.read(from: source)
        // Blank lines in place of the front matter keep the numbers of all lines.
        let body =
            String(repeating: "\n", count: firstLine - 1) + source.lines[(firstLine - 1)...].joined(separator: "\n")
        let document = try Self.parse(body, in: source)

        var reader = UnitReader(source: source)
        for node in document.all { reader.read(node) }
        let cells = reader.finish()
        let problems =
            reader.problems + Problem.repeatedNames(in: cells, of: source)
            + cells.flatMap { Problem.topLevelAwaits(in: $0, of: source) }
        guard problems.isEmpty else { throw Problems(problems) }

        self.source = source
        self.slug = slug
        self.frontMatter = frontMatter
        self.document = document
        self.units = reader.units
    }
}

extension Chapter {
    private static func parse(_ body: String, in source: SourceText) throws(Problems) -> Node {
        do throws(NestedTooDeeply) {
            return try CommonMark.parse(body, smart: true)
        } catch {
            let limit = NestedTooDeeply.limit
            throw Problems([
                source.problem(
                    "lists, quotes or emphasis are nested more than \(limit) levels deep",
                    at: Location(line: max(1, error.line), column: 1))
            ])
        }
    }
}

/// Collects the units of a chapter while its nodes go by in the order of the text.
private struct UnitReader {
    let source: SourceText
    private(set) var units: [Chapter.Unit] = []
    private var prose: [InlineExpression] = []
    private var cells = 0
    private var labels: [String: Location] = [:]
    private(set) var problems: [Problem] = []
    /// Where the last code span was found, so that the same text further on the line is found behind it.
    private var lastSpan = Location(line: 0, column: 0)

    init(source: SourceText) {
        self.source = source
    }

    mutating func read(_ node: Node) {
        guard let position = node.position else { return }
        switch node.kind {
        case .codeBlock(let info, let code): readCodeBlock(info: info, code: code, at: position)
        case .code(let text): readCodeSpan(text, at: position)
        case .link, .image: refuseClaims(in: node, at: position)
        case .heading(level: 1):
            problems.append(
                source.problem(
                    "a heading of the first level, which the page's title has",
                    at: Location(line: position.startLine, column: position.startColumn),
                    fix: "begin sections with '##'"))
        default: break
        }
    }

    /// Ends the last unit, and returns the cells among the units.
    mutating func finish() -> [Cell] {
        endProse()
        return units.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    }

    private mutating func endProse() {
        if !prose.isEmpty { units.append(.prose(prose)) }
        prose = []
    }

    private mutating func readCodeBlock(info: String, code: String, at position: Position) {
        let fence = Fence(source: source, position: position)
        if let problem = fence.unclosed(code) { problems.append(problem) }
        switch Fence.Role(info: info) {
        case .shown: return
        case .unknown(let word, let known):
            problems.append(
                source.problem(
                    "unknown word '\(word)' behind a fence"
                        + Nearest.suggestion(for: word.lowercased().trimming("{,}"), among: known),
                    at: fence.opening, fix: "a cell's options go into lines '//| key: value' at its top"))
        case .cell: readCell(code: code, at: fence.code(code))
        }
    }

    private mutating func readCell(code: String, at location: Location) {
        endProse()
        cells += 1
        let (options, optionLines, problems) = CellOptions.read(from: code, in: source, at: location)
        self.problems += problems
        if let label = options.label {
            if CellOptions.isReserved(label) {
                self.problems.append(
                    source.problem(
                        "the label '\(label)' is taken: the page gives it to something else", at: location,
                        fix: "choose another; 'main', 'cell-N' and all with '--' are the page's own"))
            }
            if let first = labels[label] {
                self.problems.append(
                    source.problem("the label '\(label)' is used twice: first on line \(first.line)", at: location))
            }
            labels[label] = location
        }
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(optionLines)
        units.append(
            .cell(
                Cell(
                    number: cells, options: options, code: lines.joined(separator: "\n"),
                    location: Location(line: location.line + optionLines, column: location.column))))
    }

    private mutating func readCodeSpan(_ text: String, at position: Position) {
        let location = exactLocation(of: text, near: position)
        guard let expression = InlineExpression(codeSpan: text, at: location) else {
            if let word = InlineExpression.misspeltRole(of: text) {
                let known = InlineExpression.Role.allCases.map(\.rawValue)
                problems.append(
                    source.problem("unknown word '\(word)'" + Nearest.suggestion(for: word, among: known), at: location)
                )
            }
            return
        }
        if expression.source.isEmpty {
            problems.append(source.problem("'\(expression.role.rawValue)' without an expression", at: location))
        }
        prose.append(expression)
    }

    /// A claim's mark is a button, which can't stand in a link, and not at all in an image's text.
    private mutating func refuseClaims(in node: Node, at position: Position) {
        let hasClaim = node.all.contains {
            if case .code(let text) = $0.kind { text.hasPrefix(InlineExpression.Role.claim.rawValue) } else { false }
        }
        guard hasClaim else { return }
        let location = Location(line: position.startLine, column: position.startColumn)
        problems.append(
            source.problem("a claim can't stand inside a link or an image", at: location, fix: "put it behind"))
    }

    /// Where a code span's text stands. libcmark counts the columns of a paragraph's later lines from their first
    /// letter, so the text is looked for from there on.
    private mutating func exactLocation(of text: String, near position: Position) -> Location {
        let line = Array(source.line(position.startLine).utf8)
        var start = position.startColumn - 1
        if lastSpan.line == position.startLine { start = max(start, lastSpan.column) }
        let wanted = Array(text.prefix { $0 != " " }.utf8)
        var column = position.startColumn
        for candidate in stride(from: start, through: line.count - wanted.count, by: 1)
        where line[candidate...].starts(with: wanted) {
            column = candidate + 1
            break
        }
        lastSpan = Location(line: position.startLine, column: column)
        return lastSpan
    }
}
