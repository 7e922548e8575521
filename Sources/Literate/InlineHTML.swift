import NotebookEvents

/// An inline expression as it stands in its sentence.
struct InlineHTML {
    /// The value, or the verified mark.
    var html: String
    /// The value without markup, where only text can stand; empty for a claim.
    var text: String

    /// Reads what came of `expression`, which is number `number` of the unit that gave `result`.
    init(_ expression: InlineExpression, number: Int, result: UnitResult) {
        text = result.value(number) ?? ""
        switch (expression.role, result.value(number), result.claim(number)) {
        case (.value, let value?, _): html = "<span class=\"value\">\(HTML.escape(value))</span>"
        case (.claim, _, let outcome?): html = Self.claim(expression, outcome)
        default: html = "<code class=\"not-run\">\(HTML.escape(expression.source))</code>"
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
}
