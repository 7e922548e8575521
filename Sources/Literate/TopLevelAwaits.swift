import SwiftSyntax

/// Where a cell would wait at its top level, which no cell can: it is called like a function that is not `async`.
final class TopLevelAwaits: SyntaxVisitor {
    private(set) var offsets: [Int] = []

    init(of file: SourceFileSyntax) {
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
        offsets.append(node.positionAfterSkippingLeadingTrivia.utf8Offset)
        return .skipChildren
    }

    override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
        if let keyword = node.awaitKeyword { offsets.append(keyword.positionAfterSkippingLeadingTrivia.utf8Offset) }
        return .visitChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        if let async = node.modifiers.first(where: { $0.name.tokenKind == .keyword(.async) }) {
            offsets.append(async.positionAfterSkippingLeadingTrivia.utf8Offset)
            return .skipChildren
        }
        return .visitChildren
    }

    // What these hold runs when they are called.
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

extension Problem {
    /// The places in `cell` where it would wait.
    static func topLevelAwaits(in cell: Cell, _ syntax: CellSyntax, of source: SourceText) -> [Problem] {
        syntax.awaits.map {
            source.problem(
                "a cell can't wait at its top level, as 'await' and 'async let' do",
                at: cell.location(of: $0, in: syntax),
                fix: """
                    call a function that is not 'async', or wait for a task:
                    'import Dispatch; let done = DispatchSemaphore(value: 0); Task { …; done.signal() }; done.wait()'
                    """)
        }
    }
}
