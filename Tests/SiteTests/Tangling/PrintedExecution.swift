import Literate
import NotebookEvents

/// What the program of a chapter has to print, by what a build recorded of the chapter.
struct PrintedExecution {
    struct Line {
        var text: String
        /// Whether it may be another in each run.
        var isVolatile: Bool
    }

    private(set) var lines: [Line] = []
    private var rest = ""

    init(_ chapter: Chapter, _ execution: Execution) {
        let volatile = VolatileNames(chapter)
        for (index, (unit, result)) in zip(chapter.units, execution.results).enumerated() {
            switch unit {
            case .cell(let cell) where cell.isKept: add(Self.text(of: result), volatile.cells.contains(index))
            case .cell: continue
            case .prose(let expressions):
                for (number, expression) in expressions.enumerated() {
                    add(Self.text(of: expression, number, result), volatile.areMentioned(in: expression))
                }
            }
        }
    }

    private static func text(of result: UnitResult) -> String {
        Transcript(result, withMessages: false).entries.map { entry in
            switch entry {
            case .printed(let text): text
            case .message: ""
            case .shown(let output): output.plainText
            }
        }.joined()
    }

    private static func text(of expression: InlineExpression, _ number: Int, _ result: UnitResult) -> String {
        for event in result.events {
            switch (event, expression.role) {
            case (.value(number, let text), .value): return ProseLine.value(expression.source, text)
            case (.claim(number, let outcome), .claim):
                return ProseLine.claim(expression.source, held: outcome.held)
            default: continue
            }
        }
        return ""
    }

    private mutating func add(_ text: String, _ isVolatile: Bool) {
        var pieces = (rest + text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        rest = pieces.removeLast()
        lines += pieces.map { Line(text: $0, isVolatile: isVolatile) }
    }

    /// What of `printed` is not as it should be: the first line that differs.
    func difference(from printed: String) -> String? {
        let printed = printed.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        for (number, line) in lines.enumerated() {
            guard printed.indices.contains(number) else { return "line \(number + 1), '\(line.text)', is missing" }
            guard line.isVolatile || RecordedText(line.text).isSame(as: printed[number]) else {
                return "line \(number + 1) is '\(printed[number])', and '\(line.text)' on the page"
            }
        }
        return printed.count > lines.count ? "line \(lines.count + 1), '\(printed[lines.count])', is too much" : nil
    }
}
