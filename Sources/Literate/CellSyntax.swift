import SwiftParser
import SwiftSyntax

/// What the weaver has to know of a cell's code, as Swift's own parser sees it.
struct CellSyntax {
    /// The code's bytes, which offsets count.
    let code: [UInt8]
    /// The first byte of each top-level statement that does something: all but the declarations of types and
    /// functions. The last may be the statement that `last` is.
    let statements: [Int]
    /// The expression that the code ends in, whose value the cell shows; nil where it ends in anything else: a
    /// declaration, an assignment, a statement.
    let last: Range<Int>?

    init(_ code: String) {
        let file = Parser.parse(source: code)
        self.code = Array(code.utf8)
        statements = file.statements.compactMap {
            Self.runs($0) ? $0.positionAfterSkippingLeadingTrivia.utf8Offset : nil
        }
        last = file.statements.last.flatMap(Self.shownExpression).map {
            $0.positionAfterSkippingLeadingTrivia.utf8Offset..<$0.endPositionBeforeTrailingTrivia.utf8Offset
        }
    }

    /// The text between two offsets.
    func text(_ range: Range<Int>) -> String {
        String(decoding: code[range], as: UTF8.self)
    }

    /// How many lines end before `offset`.
    func line(of offset: Int) -> Int {
        code[..<offset].count { $0 == UInt8(ascii: "\n") }
    }

    /// How many bytes of its line stand before `offset`.
    func column(of offset: Int) -> Int {
        offset - (code[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
    }
}

extension CellSyntax {
    private static func runs(_ statement: CodeBlockItemSyntax) -> Bool {
        statement.item.is(ExprSyntax.self) || statement.item.is(StmtSyntax.self)
            || statement.item.is(VariableDeclSyntax.self)
    }

    private static func shownExpression(_ statement: CodeBlockItemSyntax) -> ExprSyntax? {
        guard let expression = statement.item.as(ExprSyntax.self), !expression.hasError else { return nil }
        if let sequence = expression.as(SequenceExprSyntax.self),
            sequence.elements.contains(where: { $0.is(AssignmentExprSyntax.self) })
        {
            return nil
        }
        return expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) ? nil : expression
    }
}
