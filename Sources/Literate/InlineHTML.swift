import NotebookEvents

/// An inline expression as it stands in its sentence.
struct InlineHTML {
    /// The value, or the verified mark.
    var html: String
    /// The value without markup, where only text can stand; empty for a claim.
    var text: String
    /// The expression itself.
    let expression: InlineExpression
    /// Its value; nil where it has none.
    let value: String?

    /// Reads what came of `expression`, which is number `number` of the unit that gave `result`. If it is a claim,
    /// its id on the page is `claimID`.
    init(_ expression: InlineExpression, number: Int, result: UnitResult, claimID: String) {
        self.expression = expression
        value = result.value(number)
        text = value ?? ""
        switch (expression.role, value, result.claim(number)) {
        case (.claim, _, let outcome?): html = Self.claim(expression, outcome, id: claimID)
        case (_, let value?, _): html = "<span class=\"value\">\(HTML.escape(value.typeset))</span>"
        default: html = Self.missing(expression, result)
        }
    }

    /// An expression without a value: why, if that is known, or that it was not run.
    private static func missing(_ expression: InlineExpression, _ result: UnitResult) -> String {
        if result.status == .pending { return "<span class=\"not-run\" title=\"not run yet\">…</span>" }
        let source = "<code>\(HTML.escape(expression.source))</code>"
        let error = result.problems.first { $0.severity == .error && expression.contains($0.location) }
        guard let error else { return "<span class=\"not-run\">\(source) (not run)</span>" }
        return "<span class=\"inline-error\">\(source) (error: \(HTML.escape(error.message)))</span>"
    }

    /// A check mark that opens what was checked: a popover needs no script.
    private static func claim(_ expression: InlineExpression, _ outcome: ClaimOutcome, id: String) -> String {
        let mark = outcome.held ? "✓" : "✗"
        let word = outcome.held ? "Checked" : "False"
        // That the whole of a claim is true is what the mark says, and a value that was cut off says nothing.
        let told = outcome.operands.filter { operand in
            !operand.value.hasSuffix("…") && !(operand.value == "true" && expression.source.hasSuffix(operand.source))
        }
        let values = told.map { "\($0.source) is \($0.value)" }.joined(separator: ", ")
        let list = values.isEmpty ? "" : " <span class=\"claim-values\">\(HTML.escape(values))</span>"
        return """
            <span class="claim claim-\(outcome.held ? "held" : "failed")"><button type="button" class="claim-mark" \
            popovertarget="\(id)" aria-label="\(word): show the check">\(mark)</button><span class="claim-check" \
            id="\(id)" popover>\(word) while building: <code>\(HTML.escape(expression.source))</code>\(list)\
            </span></span>
            """
    }
}
