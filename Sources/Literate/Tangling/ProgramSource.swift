import SwiftParser

/// The Swift of a chapter as one program, which prints what the chapter's page shows.
///
///     import Prelude
///
///     let weftPage = PrintedPage(parameters: [:])
///
///     // chapters/sums.md, line 6
///
///     let total = 1 + 2
///     NotebookRuntime.show(total)
///
///     weftPage.value("total") { total }
///     weftPage.claim("total % 2 == 1") { total % 2 == 1 }
///
///     weftPage.end()
///
/// The cells stand in it as their author wrote them, hidden lines too. Cells that may fail, or are only compiled, became
/// comments: on the page they ran on a copy of the state, which a program can't. Exercises are for readers to solve, so
/// nothing of them is in it, nor the answers in prose.
public struct ProgramSource: Equatable, Sendable {
    public let text: String
    /// The texts of its string literals, some of which may be names of files.
    public let literals: Set<String>

    /// - Parameters:
    ///   - solutions: what becomes of the solutions of exercises; where they are omitted, so is the code in them.
    ///   - parameters: the values of the course's parameters.
    public init(_ chapter: Chapter, _ solutions: Solutions = .folded, parameters: [String: String]) {
        let hidden = chapter.hiddenLines(solutions)
        var writer = ProgramWriter(path: chapter.source.path)
        writer.begin(chapter.frontMatter.title, parameters: parameters)
        for unit in chapter.units {
            switch unit {
            case .cell(let cell) where cell.expectation.isExercise || hidden.contains(cell.location.line): continue
            case .cell(let cell): writer.write(cell)
            case .prose(let expressions):
                writer.write(expressions.filter { !hidden.contains($0.location.line) })
            }
        }
        writer.end()
        text = writer.text
        literals = StringLiterals(of: Parser.parse(source: text)).texts
    }

    /// Whether there is anything to run in `chapter`.
    public static func isOf(_ chapter: Chapter) -> Bool {
        chapter.cells.contains { $0.isKept && !$0.expectation.isExercise }
    }
}

/// Writes a program, piece by piece.
private struct ProgramWriter {
    let path: String
    private(set) var text = ""
    /// Whether the last cell ended in an animation.
    private var hasAnimated = false

    init(path: String) {
        self.path = path
    }

    mutating func begin(_ title: String, parameters: [String: String]) {
        let values = parameters.sorted { $0.key < $1.key }.map {
            "\(SwiftLiteral.text($0.key)): \(SwiftLiteral.text($0.value))"
        }
        text = """
            // \(title.split(whereSeparator: \.isNewline).joined(separator: " "))
            //
            // The cells of \(path), in their order, and between them what the text says of their results.

            import Prelude

            let weftPage = PrintedPage(parameters: [\(values.isEmpty ? ":" : values.joined(separator: ", "))])

            """
    }

    mutating func end() {
        text += "\nweftPage.end()\n"
    }

    mutating func write(_ cell: Cell) {
        let label = cell.options.label.map { " (\($0))" } ?? ""
        text += "\n// \(path), line \(cell.location.line)\(label)\n\n"
        if cell.isKept {
            // A cell shows nothing after its animation. The next one does.
            if hasAnimated { text += "NotebookRuntime.Notebook.current.begin()\n" }
            hasAnimated = cell.code.contains(#/\banimate\(/#)
        }
        let code = cell.isKept ? Self.shown(cell.code) : Self.comment(cell)
        text += code.trimming("\n") + "\n"
    }

    /// The code with its last expression shown.
    private static func shown(_ code: String) -> String {
        let syntax = CellSyntax(code)
        guard let last = syntax.last else { return code }
        let expression = String(decoding: syntax.code[last], as: UTF8.self)
        let call = expression.contains("\n") ? "\n\(expression)\n" : expression
        return String(decoding: syntax.code[..<last.lowerBound], as: UTF8.self) + "NotebookRuntime.show(\(call))"
            + String(decoding: syntax.code[last.upperBound...], as: UTF8.self)
    }

    private static func comment(_ cell: Cell) -> String {
        let reason =
            switch cell.expectation {
            case .compileOnly: "It is not to run"
            case .mustNotCompile: "It does not compile"
            case .mustFail: "It fails"
            default: "It may fail"
            }
        let lines = cell.code.trimming("\n").split(separator: "\n", omittingEmptySubsequences: false)
        return "// \(reason), as the chapter shows:\n//\n" + lines.map { "//     \($0)" }.joined(separator: "\n")
    }

    mutating func write(_ expressions: [InlineExpression]) {
        let printed = expressions.filter { $0.role == .value || $0.role == .claim }
        guard !printed.isEmpty else { return }
        text += "\n"
        for expression in printed {
            let attempt = expression.source.firstMatch(of: #/\btry\b/#) == nil ? "" : "try "
            let call = expression.role == .claim ? "claim" : "value"
            text += "\(attempt)weftPage.\(call)(\(SwiftLiteral.text(expression.source))) { \(expression.source) }\n"
        }
    }
}
