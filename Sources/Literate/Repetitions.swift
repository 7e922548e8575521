import SwiftSyntax

/// Whether code does anything again and again by itself: in a loop, or by `reduce`. Only such code gains by being
/// optimized. What calls the libraries and keeps what they return spends its time in them.
final class Repetitions: SyntaxVisitor {
    private(set) var areThere = false

    init(in file: SourceFileSyntax) {
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind { found() }
    override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind { found() }
    override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind { found() }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        node.baseName.text == "reduce" ? found() : .visitChildren
    }

    private func found() -> SyntaxVisitorContinueKind {
        areThere = true
        return .skipChildren
    }
}
