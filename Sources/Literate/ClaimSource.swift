import SwiftOperators
import SwiftParser
import SwiftSyntax

/// A claim whose operands are noted as they are evaluated, so that a false one can name their values.
///
///     gap < 0.1 && !names.isEmpty
///     // becomes
///     weftCheck.note("gap", gap) < 0.1 && weftCheck.note("!names.isEmpty", !names.isEmpty)
///
/// The author's operators stay where they are, so that the claim means what it means in Swift. What consists of
/// literals says its own value and is left alone: its type depends on what it is compared with.
struct ClaimSource {
    /// What the generated code calls the `ClaimCheck`.
    static let check = "weftCheck"

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
        text = Self.noted(folded)
    }
}

extension ClaimSource {
    private static func noted(_ expression: ExprSyntax) -> String {
        if let attempt = expression.as(TryExprSyntax.self), attempt.questionOrExclamationMark == nil {
            return "try " + noted(attempt.expression)
        }
        if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
            return "(" + noted(only.expression) + ")"
        }
        if let infix = expression.as(InfixOperatorExprSyntax.self),
            let operation = infix.operator.as(BinaryOperatorExprSyntax.self)?.operator.text
        {
            switch operation {
            case "&&", "||":
                return "\(noted(infix.leftOperand)) \(operation) \(noted(infix.rightOperand))"
            case "<", "<=", ">", ">=", "==", "!=", "===", "!==":
                return "\(operand(infix.leftOperand)) \(operation) \(operand(infix.rightOperand))"
            default: break
            }
        }
        return operand(expression)
    }

    /// An operand, noted if its value is not plain to see.
    private static func operand(_ expression: ExprSyntax) -> String {
        let code = expression.trimmedDescription
        let isStatement = expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
        let names = expression.tokens(viewMode: .sourceAccurate).contains {
            if case .identifier = $0.tokenKind { true } else { $0.tokenKind == .keyword(.self) }
        }
        return isStatement || !names ? code : "\(check).note(\(SwiftLiteral.text(code)), \(code))"
    }
}
