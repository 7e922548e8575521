import SwiftParser
import SwiftSyntax

/// The texts of the string literals of a program that hold nothing but text.
final class StringLiterals: SyntaxVisitor {
    private(set) var texts: Set<String> = []

    init(of file: SourceFileSyntax) {
        super.init(viewMode: .sourceAccurate)
        walk(file)
    }

    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
        if let text = node.representedLiteralValue { texts.insert(text) }
        return .visitChildren
    }
}
