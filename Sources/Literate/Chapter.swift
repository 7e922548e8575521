public import CommonMark

/// A chapter: CommonMark whose Swift fences run.
///
/// # The format
///
/// 1. A chapter is a UTF-8 file `chapters/SLUG.md`. It begins with its front matter: YAML between two lines `---`,
///    with at least a `title`.
/// 2. The rest is CommonMark. The title is the page's heading, so the text's own headings begin at `##`.
/// 3. A fence whose info string is `swift` or `{swift}` is a *cell*: it runs. A word behind it says that something else
///    is to become of the cell (`Cell.Expectation`): with `ignore` (` ```swift ignore `) it is only shown. Fences of
///    other languages are shown.
/// 4. Lines `//| key: value` at the top of a cell are its options (`CellOptions`).
/// 5. Lines between `// snippet.hide` and `// snippet.show`, and lines that end in `// hide`, run and are not shown.
/// 6. A code span `` `{swift} expression` `` shows the value of an expression, `` `{claim} expression` `` checks one.
///    In a cell's captions, they run when the cell has run.
/// 7. Cells and expressions run in the order of the text, and each sees all that the cells before it declared.
/// 8. `::: {.class #id key="value"}` and `:::` on lines of their own put blocks into a *div* (`FencedDivs`). Some classes
///    mean something: `callout-note` and its like (`Callout`), which are also quotes that begin with `[!NOTE]`;
///    `definition`, `theorem`, `example` and the other boxes (`LabelKind`); `proof`; `column-margin`.
/// 9. Rows of `| cells |` are tables (`PipeTableDraft`), `[^label]` refers to a footnote (`Footnotes`).
/// 10. `$…$`, `\(…\)` and `$$…$$`, `\[…\]` are formulas in TeX (`InlineScanner`).
/// 11. Braces behind a heading, an image, a display formula or a table's caption hold attributes:
///    `{#sec-why .unnumbered}` (`AttributeReader`). What has a label such as `fig-loss` has a number (`Labels`), and
///    `@fig-loss` refers to it from any chapter. Other keys behind an `@` are those of works (`Bibliography`), which
///    the page then lists. `user@host` and code refer to nothing; `\@` is only an @.
/// 12. An image has a text in its brackets for readers who can't see it, and its file is in the folder of the chapters.
/// 13. `::: {.exercise #ex-sum}` holds what readers are to do: hints and solutions, `` `{answer} expression` `` that they
///    give and choices that they take (`ExerciseReader`), and the cells of a code exercise (`CodeExercise`).
/// 14. `::: {.demo}` shows its own source, and beside it what becomes of it.
/// 15. A link leads to a chapter by its file (`dropout.md#sec-rate`) or its page (`dropout.html`), to any other file in
///    the folder of the chapters by its path from there, or out of the site (`LinkDestination`).
///
/// A chapter is read once into this value. `units` is what there is to run; `document` is what the page is woven
/// from, and holds cells and expressions in the same order; `cells` are all cells, also those that are only shown.
public struct Chapter: Equatable, Sendable {
    public let source: SourceText
    /// The chapter's name in addresses: `dropout` for `chapters/dropout.md`.
    public let slug: String
    public let frontMatter: FrontMatter
    public let document: Node
    public let units: [Unit]
    public let cells: [Cell]
    /// The conditions of each list of choices that exercises offer.
    let choices: [[InlineExpression]]

    /// What runs as one: a cell, or all expressions in the prose between two cells.
    public enum Unit: Equatable, Sendable {
        case cell(Cell)
        case prose([InlineExpression])

        public var isCell: Bool {
            if case .cell = self { true } else { false }
        }

        /// Whether the unit checks a code exercise, of which no page shows anything.
        var isExercise: Bool {
            if case .cell(let cell) = self { cell.expectation.isExercise } else { false }
        }

        /// Whether the unit is a cell that those after it see.
        public var isKept: Bool {
            if case .cell(let cell) = self { cell.isKept } else { false }
        }

        /// Whether the unit's code is executed, and not only compiled.
        public var executes: Bool {
            if case .cell(let cell) = self { cell.expectation.executes } else { true }
        }

        /// The expressions of a group of them.
        var expressions: [InlineExpression] {
            if case .prose(let expressions) = self { expressions } else { [] }
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
        let (document, proseProblems) = try Self.parse(source, firstLine: firstLine)

        var reader = UnitReader(source: source)
        for node in document.all { reader.read(node) }
        reader.endProse()
        let exerciseProblems = CodeExercise.arrange(&reader.units, &reader.cells, of: source)
        let exercises = ExerciseReader(
            document, cells: reader.cells, expressions: reader.units.flatMap(\.expressions), of: source)
        let inline = reader.units.flatMap(\.expressions).compactMap { Problem.inlineStatement(in: $0, of: source) }
        let parsed = reader.cells.map { (cell: $0, syntax: CellSyntax($0.code)) }
        let problems =
            proseProblems + exerciseProblems + exercises.problems + reader.problems + inline
            + reader.cells.flatMap { HiddenLines.problems(in: $0, of: source) }
            + Problem.repeatedNames(in: parsed.filter(\.cell.isKept), of: source)
            + parsed.filter(\.cell.expectation.executes).flatMap {
                Problem.topLevelAwaits(in: $0.cell, $0.syntax, of: source)
            }
            + parsed.filter { $0.cell.expectation != .ignored }.flatMap {
                Problem.misplacedOptions(in: $0.cell, $0.syntax, of: source)
            }
        guard problems.isEmpty else { throw Problems(problems.inOrderOfPlace) }

        var seeds = NamedSeeds()
        for (index, (cell, syntax)) in parsed.enumerated() {
            reader.cells[index].seeds = seeds.seeds(of: cell, syntax)
        }

        self.source = source
        self.slug = slug
        self.frontMatter = frontMatter
        self.document = document
        self.units = reader.units
        self.cells = reader.cells
        self.choices = exercises.choices
    }
}

extension Chapter {
    private static func parse(_ source: SourceText, firstLine: Int) throws(Problems) -> (Node, [Problem]) {
        do throws(NestedTooDeeply) {
            return try ProseReader.read(source, firstLine: firstLine)
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
    var units: [Chapter.Unit] = []
    private var prose: [InlineExpression] = []
    var cells: [Cell] = []
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

    /// Ends the group of expressions that the last ones belong to.
    mutating func endProse() {
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
        case .contradictory(let words):
            problems.append(
                source.problem(
                    "more than one word behind a fence: " + words.joined(separator: ", "), at: fence.opening,
                    fix: "keep the one that says what is to become of the cell"))
        case .cell(let expectation): readCell(code: code, expectation, at: fence.code(code))
        }
    }

    private mutating func readCell(code: String, _ word: Cell.Expectation, at location: Location) {
        let reading = CellOptions.read(from: code, in: source, at: location)
        problems += reading.problems
        check(reading.options.label, at: location)
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(reading.lines)
        let cell = Cell(
            number: cells.count + 1, options: reading.options,
            expectation: reading.options.eval ? word : .ignored, code: lines.joined(separator: "\n"),
            location: Location(line: location.line + reading.lines, column: location.column))
        problems += Problem.contradictions(in: cell, word: word, of: source, at: location)
        cells.append(cell)
        if cell.expectation != .ignored {
            endProse()
            units.append(.cell(cell))
        }
        prose += cell.options.captions.flatMap(\.expressions)
    }

    private mutating func check(_ label: String?, at location: Location) {
        if let label {
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
    }

    private mutating func readCodeSpan(_ text: String, at position: Position) {
        let location = exactLocation(of: text, near: position)
        problems += Problem.problems(inCodeSpan: text, of: source, at: location)
        if let expression = InlineExpression(codeSpan: text, at: location) {
            prose.append(expression.located(in: source) { $0.drop { " \t>".contains($0) } })
        }
    }

    private mutating func refuseClaims(in node: Node, at position: Position) {
        guard node.holdsClaim else { return }
        problems.append(
            .claimInLink(at: Location(line: position.startLine, column: position.startColumn), of: source))
    }

    /// Where a code span's text stands: it is looked for from where libcmark saw it, behind its backticks.
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

extension Node {
    /// Whether a claim is in this node or below it.
    var holdsClaim: Bool {
        all.contains {
            if case .code(let text) = $0.kind { text.hasPrefix(InlineExpression.Role.claim.rawValue) } else { false }
        }
    }
}

extension Problem {
    /// A claim's mark is a button, which can't stand in a link, and not at all in an image's text.
    static func claimInLink(at location: Location, of source: SourceText) -> Problem {
        source.problem("a claim can't stand inside a link or an image", at: location, fix: "put it behind")
    }
}
