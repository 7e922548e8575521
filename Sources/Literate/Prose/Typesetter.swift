public import CommonMark

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

    public init(message: String, offset: Int? = nil) {
        self.message = message
        self.offset = offset
    }
}

/// The formulas of a course's chapters, typeset.
public struct TypesetFormulas: Sendable {
    public private(set) var problems: [Problem] = []
    private var html: [Key: String] = [:]

    private struct Key: Hashable, Sendable {
        var tex: String
        var isDisplay: Bool
    }

    public init(_ chapters: [Chapter], with typesetter: Typesetter) {
        for chapter in chapters {
            for formula in chapter.formulas { add(formula, of: chapter.source, with: typesetter) }
        }
    }

    private mutating func add(_ formula: Formula, of source: SourceText, with typesetter: Typesetter) {
        let key = Key(tex: formula.tex, isDisplay: formula.isDisplay)
        guard html[key] == nil else { return }
        do throws(TypesettingError) {
            html[key] = try typesetter.html(formula.tex, formula.isDisplay)
        } catch {
            problems.append(source.problem(error.message, at: formula.location(of: error.offset ?? 0)))
        }
    }

    /// What stands for `formula` on a page.
    func html(_ formula: Formula) -> String {
        html[Key(tex: formula.tex, isDisplay: formula.isDisplay)]
            ?? "<code class=\"math\">\(HTML.escape(formula.tex.trimming(" \n")))</code>"
    }
}

extension Formula {
    /// Where the byte at `offset` of the formula stands in its chapter.
    public func location(of offset: Int) -> Location {
        let before = tex.utf8.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") }
        let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
        guard let start = lines.indices.contains(line) ? lines[line] : lines.last else {
            return Location(line: 1, column: 1)
        }
        return Location(line: start.startLine, column: start.startColumn + column)
    }
}

extension Chapter {
    /// The chapter's formulas, in the order of the text.
    var formulas: [Formula] {
        allInlines.compactMap { if case .formula(let formula) = $0.kind { formula } else { nil } }
    }
}
