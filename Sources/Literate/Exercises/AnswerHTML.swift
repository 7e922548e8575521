import Foundation

/// A field for an answer, which a script checks, and the answer itself, which opens without one.
struct AnswerHTML {
    let answer: InlineHTML
    /// The words that lead to the field, as HTML.
    let name: String
    /// What stands behind the field.
    let rest: String
    /// Whether readers can open the answer.
    let isShown: Bool

    init(_ answer: InlineHTML, name: String, rest: String, isShown: Bool) {
        self.answer = answer
        self.name = name
        self.rest = rest
        self.isShown = isShown
    }

    var html: String {
        guard let value = answer.value else { return "<p>\(name) \(answer.html) \(rest)</p>" }
        let answer = Answer(text: value, tolerance: answer.expression.tolerance)
        let wanted = answer.number.map { "\($0)" } ?? value
        // Nobody who looks at the page's source for something else is to read the answer.
        let hidden = Data(wanted.utf8).base64EncodedString()
        let tolerance = answer.number.map { _ in " data-tolerance=\"\(answer.tolerance ?? 0)\"" } ?? ""
        let unit = answer.unit.isEmpty ? "" : " data-unit=\"\(answer.unit)\""
        return """
            <div class="answer" data-answer="\(hidden)"\(tolerance)\(unit)>
            <p class="answer-ask"><label><span>\(name)</span> <input type="text" autocomplete="off" spellcheck="false" hidden></label>\
            \(answer.unit.isEmpty ? "" : " \(answer.unit)")\(rest.isEmpty ? "" : " \(rest)") <button type="button" class="button" hidden>Check</button> \
            <span class="answer-verdict" aria-live="polite"></span></p>
            \(isShown ? shown(answer) : "")</div>
            """
    }

    private func shown(_ answer: Answer) -> String {
        let margin = answer.tolerance.map { ", give or take \($0)" } ?? ""
        return """
            <details class="answer-shown"><summary>Show the answer</summary>
            <p><span class="value">\(HTML.escape(answer.shown))</span>\(margin). It was computed while this page was built: \
            <code>\(HTML.escape(self.answer.expression.source))</code></p>
            </details>

            """
    }
}
