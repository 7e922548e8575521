/// What is wrong with a formula, or with a macro that it uses.
public struct MathError: Error, Equatable, Sendable {
    /// What KaTeX says of it: `Undefined control sequence: \foo`.
    public var message: String
    /// The byte of the formula where it is wrong, or of the macro's text; nil where KaTeX doesn't tell.
    public var offset: Int?
    /// The macro that is wrong, with its backslash; nil where it is the formula itself.
    public var macro: String?
    /// A likely way to mend it.
    public var fix: String?

    public init(message: String, offset: Int? = nil, macro: String? = nil, fix: String? = nil) {
        self.message = message
        self.offset = offset
        self.macro = macro
        self.fix = fix
    }
}
