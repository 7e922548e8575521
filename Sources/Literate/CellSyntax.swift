import SwiftParser
import SwiftSyntax

/// What the weaver has to know of a cell's code, as Swift's own parser sees it.
struct CellSyntax {
    /// The code's bytes, which offsets count.
    let code: [UInt8]
    /// The top-level statements that an error can leave, each from its first byte. The last of `tries` may be the
    /// statement that `last` is.
    let tries: [Int]
    /// The expression that the code ends in, whose value the cell shows; nil where it ends in anything else: a
    /// declaration, an assignment, a statement.
    let last: Range<Int>?

    init(_ code: String) {
        let file = Parser.parse(source: code)
        self.code = Array(code.utf8)
        tries = file.statements.compactMap {
            Self.canThrow($0) ? $0.positionAfterSkippingLeadingTrivia.utf8Offset : nil
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
    private static func canThrow(_ statement: CodeBlockItemSyntax) -> Bool {
        let finder = TryFinder(viewMode: .sourceAccurate)
        finder.walk(statement)
        return finder.found
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

/// Looks for a `try` that runs with the statement it stands in.
private final class TryFinder: SyntaxVisitor {
    private(set) var found = false

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark == nil { found = true }
        return .visitChildren
    }

    override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        found = true
        return .skipChildren
    }

    // What these hold runs when they are called.
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
