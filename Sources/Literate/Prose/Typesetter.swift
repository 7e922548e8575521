/// Makes HTML of formulas.
public struct Typesetter: Sendable {
    /// The HTML of a formula in TeX, on a line of its own or in a sentence.
    public var html: @Sendable (_ tex: String, _ isDisplay: Bool) throws(TypesettingError) -> String

    public init(html: @escaping @Sendable (_ tex: String, _ isDisplay: Bool) throws(TypesettingError) -> String) {
        self.html = html
    }

    /// Shows formulas as their authors wrote them.
    public static let source = Typesetter { (tex, _) throws(TypesettingError) in
        "<code class=\"math\">\(HTML.escape(tex.trimming(" \n")))</code>"
    }
}

/// What is wrong with a formula.
public struct TypesettingError: Error {
    public var message: String
    /// The byte of the formula where it is wrong; nil where the whole is.
    public var offset: Int?
    /// A likely way to mend it.
    public var fix: String?

    public init(message: String, offset: Int? = nil, fix: String? = nil) {
        self.message = message
        self.offset = offset
        self.fix = fix
    }
}

/// What of a formula decides how it looks.
public struct FormulaText: Codable, Hashable, Sendable {
    public var tex: String
    public var isDisplay: Bool

    public init(tex: String, isDisplay: Bool) {
        self.tex = tex
        self.isDisplay = isDisplay
    }
}
