import NotebookEvents

/// An inline expression as it stands in its sentence.
enum InlineHTML {
    /// The value or the verified mark of `expression`, which is number `number` of the unit that gave `result`.
    static func html(_ expression: InlineExpression, number: Int, result: UnitResult) -> String {
        switch expression.role {
        case .value:
            guard let text = result.value(number) else { return missing(expression) }
            return "<span class=\"value\">\(HTML.escape(text))</span>"
        case .claim:
            guard let outcome = result.claim(number) else { return missing(expression) }
            return claim(expression, outcome)
        }
    }

    private static func claim(_ expression: InlineExpression, _ outcome: ClaimOutcome) -> String {
        let operands = outcome.operands.map { "\($0.source) is \($0.value)" }.joined(separator: ", ")
        let (state, mark, word) = outcome.held ? ("held", "✓", "checked") : ("false", "✗", "false")
        return """
            <span class="claim claim-\(state)" title="\(HTML.escape(operands))"><span class="claim-mark" \
            aria-hidden="true">\(mark)</span><span class="claim-word"> \(word): </span>\
            <code>\(HTML.escape(expression.source))</code></span>
            """
    }

    private static func missing(_ expression: InlineExpression) -> String {
        "<code class=\"not-run\">\(HTML.escape(expression.source))</code>"
    }
}
