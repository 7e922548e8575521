import SwiftSyntax

/// Where a live cell stops at an error when it is compiled for the browser.
///
/// Embedded Swift has no `any Error`, so that an error can't leave the cell, nor a closure that does not name its type.
/// It stops the cell where it is thrown: `try model.fit(data)` becomes `try! model.fit(data)`.
final class ForcedErrors: SyntaxVisitor {
    private(set) var insertions: [CellSyntax.Insertion] = []

    init(of file: SourceFileSyntax) {
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark == nil {
            let end = node.tryKeyword.endPositionBeforeTrailingTrivia.utf8Offset
            insertions.append(.init(offset: end, text: "!", closes: true))
        }
        return .visitChildren
    }

    // What throws to somebody that the author wrote, does.

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        node.signature.effectSpecifiers?.throwsClause == nil ? .visitChildren : .skipChildren
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        node.signature.effectSpecifiers?.throwsClause == nil ? .visitChildren : .skipChildren
    }

    override func visit(_ node: AccessorDeclSyntax) -> SyntaxVisitorContinueKind {
        node.effectSpecifiers?.throwsClause == nil ? .visitChildren : .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        node.signature?.effectSpecifiers?.throwsClause == nil ? .visitChildren : .skipChildren
    }

    override func visit(_ node: DoStmtSyntax) -> SyntaxVisitorContinueKind {
        guard !node.catchClauses.isEmpty else { return .visitChildren }
        for clause in node.catchClauses { walk(clause) }
        return .skipChildren
    }
}
