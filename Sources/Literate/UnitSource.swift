/// The Swift file that one unit of a chapter is compiled as.
///
/// The author's code stands in it to the letter, in its own columns, under `#sourceLocation` lines, so that whatever
/// the compiler or a crash says of it names the chapter. What is written around it is this:
///
///     import Prelude
///     @testable import Cell1
///     #sourceLocation(file: "chapters/dropout.md", line: 40)
///     let gap = training - validation
///     #sourceLocation(file: "chapters/dropout.md", line: 40)
///     NotebookRuntime.show(
///     gap
///     )
public struct UnitSource: Equatable, Sendable {
    /// The name of the module that the unit becomes.
    public let moduleName: String
    /// The name of its entry point.
    public var entryPoint: String { "\(moduleName)_main" }
    public let text: String

    /// - Parameters:
    ///   - unit: what is to be compiled.
    ///   - path: the chapter's path, as problems show it.
    ///   - index: the unit's place among the chapter's units, counted from 0.
    ///   - modules: the modules of the cells before it.
    public init(_ unit: Chapter.Unit, path: String, index: Int, after modules: [String]) {
        let imports = ["import Prelude"] + modules.map { "@testable import \($0)" }
        let body =
            switch unit {
            case .cell(let cell): Self.lines(of: cell, path: path)
            case .prose(let expressions):
                expressions.enumerated().flatMap { Self.lines(of: $1, number: $0, path: path) }
            }
        moduleName =
            switch unit {
            case .cell(let cell): "Cell\(cell.number)"
            case .prose: "Prose\(index)"
            }
        text = (imports + body).joined(separator: "\n") + "\n"
    }
}

extension UnitSource {
    /// What follows the chapter's path where the lines are the chapter's, but the columns are not.
    public static let takenApart = " (taken apart)"

    private static func lines(of cell: Cell, path: String) -> [String] {
        let start = cell.location.line
        guard let last = LastExpression(of: cell.code) else {
            return [sourceLocation(path, start), cell.code, "#sourceLocation()"]
        }
        let line = start + last.line
        return [
            sourceLocation(path, start), last.before,
            // The call takes the line before, so that the expression keeps its own line and columns.
            sourceLocation(path, max(1, line - 1)), "NotebookRuntime.show(",
            String(repeating: " ", count: last.column) + last.expression, ")", "#sourceLocation()", last.after,
        ]
    }

    private static func lines(of expression: InlineExpression, number: Int, path: String) -> [String] {
        let author = [
            sourceLocation(path, expression.location.line),
            String(repeating: " ", count: expression.location.column - 1) + expression.source, "#sourceLocation()",
        ]
        switch expression.role {
        case .value:
            return ["try NotebookRuntime.inlineValue(\(number)) {"] + author + ["}"]
        case .claim:
            // The claim as its author wrote it is there for the compiler to check, in its own columns. What runs is
            // the same claim taken apart, so that a false one can name its operands.
            return ["func claim\(number)() throws -> Bool {"] + author + [
                "}", sourceLocation(path + takenApart, expression.location.line),
                "try NotebookRuntime.checkClaim(\(number)) { check in \(ClaimSource(expression.source).text) }",
                "#sourceLocation()",
            ]
        }
    }

    private static func sourceLocation(_ path: String, _ line: Int) -> String {
        "#sourceLocation(file: \"\(path)\", line: \(line))"
    }
}
