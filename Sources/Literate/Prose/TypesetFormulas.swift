public import CommonMark

/// The formulas of a course's chapters, typeset.
public struct TypesetFormulas: Sendable {
    public private(set) var problems: [Problem] = []
    private var html: [FormulaText: String] = [:]

    public init(_ chapters: [Chapter], with typesetter: Typesetter) {
        for chapter in chapters {
            for formula in chapter.formulas { add(formula, of: chapter.source, with: typesetter) }
        }
    }

    private mutating func add(_ formula: Formula, of source: SourceText, with typesetter: Typesetter) {
        guard html[formula.text] == nil else { return }
        do throws(TypesettingError) {
            html[formula.text] = try typesetter.html(formula.tex, formula.isDisplay)
        } catch {
            problems.append(source.problem(error.message, at: formula.location(of: error.offset ?? 0), fix: error.fix))
        }
    }

    /// What stands for `formula` on a page.
    func html(_ formula: Formula) -> String {
        html[formula.text]
            ?? "<code class=\"math\">\(HTML.escape(formula.tex.trimming(" \n")))</code>"
    }
}

extension Formula {
    fileprivate var text: FormulaText { FormulaText(tex: tex, isDisplay: isDisplay) }

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

    /// The texts of the chapter's formulas, each once.
    public var formulaTexts: Set<FormulaText> { Set(formulas.map(\.text)) }

    /// Where the first formula stands; nil where there is none.
    public var firstFormula: Location? { formulas.first?.location(of: 0) }
}
