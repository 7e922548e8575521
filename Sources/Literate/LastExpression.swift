import SwiftParser
import SwiftSyntax

/// The expression that a cell ends in, whose value the cell shows.
///
///     let gap = a - b
///     gap               // ← this
struct LastExpression {
    /// The code before it.
    var before: String
    var expression: String
    /// What follows it: at most a comment.
    var after: String
    /// The line it begins on, counted from 0 at the cell's first.
    var line: Int
    /// How many bytes stand before it on its line.
    var column: Int

    /// Nil where the code ends in anything else: a declaration, an assignment, a statement.
    init?(of code: String) {
        let file = Parser.parse(source: code)
        guard let last = file.statements.last?.item.as(ExprSyntax.self), !last.hasError, !Self.isStatement(last) else {
            return nil
        }
        let utf8 = Array(code.utf8)
        let start = last.positionAfterSkippingLeadingTrivia.utf8Offset
        let end = last.endPositionBeforeTrailingTrivia.utf8Offset
        let lineStart = utf8[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        before = String(decoding: utf8[..<start], as: UTF8.self)
        expression = String(decoding: utf8[start..<end], as: UTF8.self)
        // A semicolon may end the statement, and has nothing left to end.
        after = String(decoding: utf8[end...], as: UTF8.self).replacing(#/^\s*;/#, with: "")
        line = utf8[..<start].count { $0 == UInt8(ascii: "\n") }
        column = start - lineStart
    }

    /// Whether an expression, as the parser sees it, is a statement to its reader: an assignment, `if`, `switch`.
    private static func isStatement(_ expression: ExprSyntax) -> Bool {
        if let sequence = expression.as(SequenceExprSyntax.self) {
            return sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
        }
        return expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
    }
}
