import SwiftParser
import SwiftSyntax

extension Problem {
    /// What is wrong with an inline expression that is none: it declares something, or does something that has no value.
    static func inlineStatement(in expression: InlineExpression, of source: SourceText) -> Problem? {
        let file = Parser.parse(source: expression.source)
        // What is not Swift at all, the compiler tells better.
        guard !file.hasError, let wrong = file.statements.first(where: { !$0.isExpression }) ?? file.statements.second
        else { return nil }
        let offset = wrong.positionAfterSkippingLeadingTrivia.utf8Offset
        return source.problem(
            "\(expression.role.noun) is one expression, and this is \(wrong.isExpression ? "another" : wrong.noun)",
            at: expression.location(of: offset),
            fix: "declare names and change variables in a cell; write here only what has the value")
    }
}

extension InlineExpression.Role {
    fileprivate var noun: String {
        switch self {
        case .value: "an inline value"
        case .claim: "a claim"
        case .answer: "an answer"
        case .correct: "the condition of a choice"
        }
    }
}

extension CodeBlockItemListSyntax {
    fileprivate var second: CodeBlockItemSyntax? { dropFirst().first }
}

extension CodeBlockItemSyntax {
    /// Whether it has a value: an assignment has none that anybody wants, an `if` or a `switch` may have one.
    fileprivate var isExpression: Bool {
        if item.is(ExpressionStmtSyntax.self) || item.is(MacroExpansionDeclSyntax.self) { return true }
        return item.is(ExprSyntax.self) && !isAssignment
    }

    fileprivate var noun: String {
        if item.is(DeclSyntax.self) { return "a declaration" }
        return isAssignment ? "an assignment" : "a statement"
    }

    private var isAssignment: Bool {
        guard let sequence = item.as(SequenceExprSyntax.self) else { return false }
        return sequence.elements.contains { element in
            let name = element.as(BinaryOperatorExprSyntax.self)?.operator.text
            return element.is(AssignmentExprSyntax.self) || ["+=", "-=", "*=", "/=", "%="].contains(name)
        }
    }
}
