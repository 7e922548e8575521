/// A piece of Swift within a sentence: `` `{swift} expression` `` shows its value there, `` `{claim} expression` ``
/// is checked, and the build fails where it is false.
public struct InlineExpression: Equatable, Sendable {
    public enum Role: String, Sendable {
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
