/// What readers of an exercise answer with, and what tells them whether they are right. Without a script, a button shows
/// the answer.
enum AnswerHTML {
    /// A field for `answer`, from which a number may differ by `tolerance`.
    static func answer(_ answer: String, tolerance: Double?, id: String) -> String {
        let tolerance = tolerance.map { " data-tolerance=\"\($0)\"" } ?? ""
        return """
            <span class="answer" data-answer="\(HTML.escape(answer))"\(tolerance)><input type="text" inputmode="decimal" \
            autocomplete="off" aria-label="Your answer"> <button type="button" class="answer-check" hidden>Check</button> \
            <button type="button" popovertarget="\(id)">Show the answer</button><span class="answer-shown" id="\(id)" \
            popover>The answer is <span class="value">\(HTML.escape(answer))</span>, computed while building.</span> \
            <span class="answer-verdict" aria-live="polite"></span></span>
            """
    }

    /// A button that says whether the choice beside it is right.
    static func verdict(_ isRight: Bool, id: String) -> String {
        """
        <button type="button" class="choice" popovertarget="\(id)">Choose</button><span class="choice-verdict" id="\(id)" \
        popover>\(isRight ? "✓ Right." : "✗ Not this one.")</span>
        """
    }
}
