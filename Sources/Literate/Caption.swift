import CommonMark

/// A caption of a cell: one line of Markdown, with expressions in it perhaps.
///
///     //| fig-cap: "The fit of *degree* `{swift} degree`."
public struct Caption: Equatable, Sendable {
    /// The caption as Markdown.
    public let text: String
    /// The expressions in it, which run when the cell has run.
    public let expressions: [InlineExpression]
    /// What `text` says: nodes of inlines.
    let inlines: [Node]

    /// Reads a caption whose YAML begins at `location` of `source`, in the lines of a cell's options.
    /// - Returns: the caption, and what is wrong with it.
    static func read(_ text: String, in source: SourceText, at location: Location) -> (Caption, [Problem]) {
        guard let (inlines, found) = try? ProseReader.readLine(text, of: source, at: location) else {
            let problem = source.problem("emphasis or links are nested too deeply", at: location)
            return (Caption(text: text, expressions: [], inlines: []), [problem])
        }
        var expressions: [InlineExpression] = []
        var problems = found
        var search = OptionSearch(source, from: location)
        for case .code(let span) in inlines.flatMap(\.all).map(\.kind) where span.hasPrefix("{") {
            let place = search.next(String(span.prefix { $0 != " " }))
            problems += Problem.problems(inCodeSpan: span, of: source, at: place)
            if let expression = InlineExpression(codeSpan: span, at: place) {
                expressions.append(expression.located(in: source, continuing: OptionSearch.value))
            }
        }
        if inlines.flatMap(\.all).contains(where: \.isClaimInLink) {
            problems.append(.claimInLink(at: location, of: source))
        }
        return (Caption(text: text, expressions: expressions, inlines: inlines), problems)
    }
}

extension Node {
    fileprivate var isClaimInLink: Bool {
        switch kind {
        case .link, .image: holdsClaim
        default: false
        }
    }
}

/// Looks for the words of an option's value in the lines of the source, one after the other.
private struct OptionSearch {
    private let source: SourceText
    private let start: Location
    private var place: Location

    init(_ source: SourceText, from start: Location) {
        self.source = source
        self.start = start
        place = start
    }

    /// Where `word` stands next; where the value begins if YAML's escapes hide it.
    mutating func next(_ word: String) -> Location {
        var (line, column) = (place.line, place.column)
        while line == start.line || Self.isOption(source.line(line)) {
            let rest = source.line(line).utf8.dropFirst(column - 1)
            if let found = Substring(rest).firstRange(of: word) {
                let length = rest[..<found.lowerBound].count
                place = Location(line: line, column: column + length + word.utf8.count)
                return Location(line: line, column: column + length)
            }
            (line, column) = (line + 1, 1)
        }
        return start
    }

    /// What of a line of options is YAML, without its indentation.
    static func value(_ line: Substring) -> Substring {
        line.firstRange(of: "//|").map { line[$0.upperBound...].drop { $0 == " " } } ?? line
    }

    private static func isOption(_ line: Substring) -> Bool {
        line.contains("//|")
    }
}
