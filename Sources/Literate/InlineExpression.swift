/// A piece of Swift within a sentence: `` `{swift} expression` `` shows its value there, `` `{claim} expression` ``
/// is checked, and the build fails where it is false.
public struct InlineExpression: Equatable, Sendable {
    public enum Role: String, CaseIterable, Sendable {
        case value = "{swift}"
        case claim = "{claim}"
        /// The answer to an exercise, which readers try to give: `` `{answer tolerance=0.01} 1 - 0.4` ``.
        case answer = "{answer}"
        /// Whether a choice of an exercise is right: `` `{correct} a < b` ``.
        case correct = "{correct}"
    }

    public var role: Role
    /// The expression on one line, also where the chapter breaks it.
    public var source: String
    /// Where `source` begins in the chapter.
    public var location: Location
    /// How far from the answer a number may be.
    public var tolerance: Double?
    /// Where the chapter breaks it.
    private var breaks: [LineBreak] = []

    public init(role: Role, source: String, location: Location) {
        self.role = role
        self.source = source
        self.location = location
    }

    /// A byte of the expression that is the first on its line.
    private struct LineBreak: Equatable, Sendable {
        var offset: Int
        var location: Location
    }
}

extension InlineExpression {
    /// Reads the text of a code span that begins at `location`; nil where it is ordinary code.
    init?(codeSpan: String, at location: Location) {
        guard codeSpan.hasPrefix("{") else { return nil }
        // A regular expression is put together whenever it is come by, which takes longer than most chapters' parsing.
        let tolerated =
            codeSpan.hasPrefix("{answer ")
            ? codeSpan.prefixMatch(of: #/\{answer\ +tolerance=([0-9]*\.?[0-9]+(?:e-?[0-9]+)?)\}/#) : nil
        let role = tolerated == nil ? Role.allCases.first { codeSpan.hasPrefix($0.rawValue) } : .answer
        guard let role else { return nil }
        let rest = codeSpan.dropFirst(tolerated?.0.count ?? role.rawValue.count)
        let expression = rest.drop { $0 == " " }
        let column = location.column + codeSpan.utf8.count - expression.utf8.count
        self.init(role: role, source: String(expression), location: Location(line: location.line, column: column))
        tolerance = tolerated.flatMap { Double(String($0.1)) }
    }

    /// The expression with the places of its later lines in `source`, on each of which `continuing` finds what is not
    /// the mark of a quotation or an indentation.
    func located(in source: SourceText, continuing: (Substring) -> Substring) -> InlineExpression {
        var expression = self
        var number = location.line
        var rest = source.line(number).utf8.dropFirst(location.column - 1)
        for (offset, byte) in self.source.utf8.enumerated() {
            if rest.isEmpty && byte == UInt8(ascii: " ") {
                number += 1
                let line = source.line(number)
                rest = continuing(line).utf8[...]
                let place = Location(line: number, column: line.utf8.count - rest.count + 1)
                expression.breaks.append(LineBreak(offset: offset + 1, location: place))
            } else if rest.popFirst() != byte {
                break
            }
        }
        return expression
    }

    /// Where the byte at `offset` of the expression stands in the chapter.
    func location(of offset: Int) -> Location {
        let start = breaks.last { $0.offset <= offset } ?? LineBreak(offset: 0, location: location)
        return Location(line: start.location.line, column: start.location.column + offset - start.offset)
    }

    /// Whether `place` is one of the expression's.
    func contains(_ place: Location?) -> Bool {
        guard let place else { return false }
        let (start, end) = (location, end)
        return (start.line, start.column) <= (place.line, place.column)
            && (place.line, place.column) <= (end.line, end.column)
    }

    /// Where the expression ends.
    var end: Location { location(of: source.utf8.count) }
}

extension Problem {
    /// What is wrong with a code span that begins at `location`: its word is misspelt, or the expression missing.
    static func problems(inCodeSpan text: String, of source: SourceText, at location: Location) -> [Problem] {
        if let expression = InlineExpression(codeSpan: text, at: location) {
            guard expression.source.isEmpty else { return [] }
            return [source.problem("'\(expression.role.rawValue)' without an expression", at: location)]
        }
        if text.hasPrefix("{answer") {
            return [source.problem("expected '{answer}' or '{answer tolerance=0.01}', and an expression", at: location)]
        }
        guard let word = misspeltRole(of: text) else { return [] }
        let known = InlineExpression.Role.allCases.map(\.rawValue)
        return [source.problem("unknown word '\(word)'" + Nearest.suggestion(for: word, among: known), at: location)]
    }

    /// The word in braces that `codeSpan` begins with, where it is nearly that of an expression: `{swfit} x`.
    private static func misspeltRole(of codeSpan: String) -> String? {
        guard codeSpan.hasPrefix("{"), let match = codeSpan.prefixMatch(of: #/\{(\w+)\} /#) else { return nil }
        let known = InlineExpression.Role.allCases.map { $0.rawValue.trimming("{}") }
        return Nearest.nearest(to: match.1.lowercased(), among: known).map { _ in "{\(match.1)}" }
    }
}
