import SwiftOperators
import SwiftParser
import SwiftSyntax

/// A claim taken apart at its comparisons, as calls of `ClaimCheck` that remember both sides.
///
///     gap < 0.1 && !names.isEmpty
///     // becomes
///     (check.compare("gap", gap, <, nil, 0.1) && check.holds("!names.isEmpty", !names.isEmpty))
struct ClaimSource {
    let text: String

    init(_ claim: String) {
        var parser = Parser(claim)
        let parsed = ExprSyntax.parse(from: &parser)
        // The compiler explains what is wrong with the claim; it is shown the claim as it stands.
        guard !parsed.hasError, let folded = try? OperatorTable.standardOperators.foldAll(parsed).as(ExprSyntax.self)
        else {
            text = claim
            return
        }
        text = Self.takenApart(folded)
    }
}

extension ClaimSource {
    private static func takenApart(_ expression: ExprSyntax) -> String {
        if let attempt = expression.as(TryExprSyntax.self), attempt.questionOrExclamationMark == nil {
            return "try " + takenApart(attempt.expression)
        }
        if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
            return takenApart(only.expression)
        }
        if let infix = expression.as(InfixOperatorExprSyntax.self),
            let operation = infix.operator.as(BinaryOperatorExprSyntax.self)?.operator.text
        {
            switch operation {
            case "&&", "||":
                return "(\(takenApart(infix.leftOperand)) \(operation) \(takenApart(infix.rightOperand)))"
            case "<", "<=", ">", ">=", "==", "!=", "===", "!==":
                let left = operand(infix.leftOperand)
                let right = operand(infix.rightOperand)
                return "check.compare(\(left), \(operation), \(right))"
            default: break
            }
        }
        return "check.holds(\(operand(expression)))"
    }

    /// The source of an operand as a string literal, and the operand. A literal says its own value, so it is not
    /// remembered.
    private static func operand(_ expression: ExprSyntax) -> String {
        let code = expression.trimmedDescription
        let isLiteral =
            expression.is(IntegerLiteralExprSyntax.self) || expression.is(FloatLiteralExprSyntax.self)
            || expression.is(StringLiteralExprSyntax.self) || expression.is(BooleanLiteralExprSyntax.self)
            || expression.is(NilLiteralExprSyntax.self)
        return isLiteral ? "nil, \(code)" : "\(literal(code)), \(code)"
    }

    /// `code` as the text of a Swift string literal.
    private static func literal(_ code: String) -> String {
        let escaped = code.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            default: String(character)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
