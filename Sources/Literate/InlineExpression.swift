/// A piece of Swift within a sentence: `` `{swift} expression` `` shows its value there, `` `{claim} expression` ``
/// is checked, and the build fails where it is false.
public struct InlineExpression: Equatable, Sendable {
    public enum Role: String, CaseIterable, Sendable {
        case value = "{swift}"
        case claim = "{claim}"
    }

    public var role: Role
    public var source: String
    /// Where `source` begins in the chapter.
    public var location: Location

    public init(role: Role, source: String, location: Location) {
        self.role = role
        self.source = source
        self.location = location
    }
}

extension InlineExpression {
    /// The word in braces that `codeSpan` begins with, where it is nearly that of an expression: `{swfit} x`.
    static func misspeltRole(of codeSpan: String) -> String? {
        guard let match = codeSpan.prefixMatch(of: #/\{(\w+)\} /#) else { return nil }
        let known = Role.allCases.map { $0.rawValue.trimming("{}") }
        return Nearest.nearest(to: match.1.lowercased(), among: known).map { _ in "{\(match.1)}" }
    }

    /// Reads the text of a code span that begins at `location`; nil where it is ordinary code.
    init?(codeSpan: String, at location: Location) {
        for role in [Role.value, .claim] where codeSpan.hasPrefix(role.rawValue) {
            let rest = codeSpan.dropFirst(role.rawValue.count)
            let expression = rest.drop { $0 == " " }
            self.role = role
            self.source = String(expression)
            self.location = Location(
                line: location.line,
                column: location.column + role.rawValue.utf8.count + rest.utf8.count - expression.utf8.count)
            return
        }
        return nil
    }
}
