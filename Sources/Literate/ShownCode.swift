/// The lines of a cell's code that its page shows, in color: without hidden lines, with no blank lines at the ends, and
/// with one where hidden lines leave two.
struct ShownCode {
    private let lines: [(number: Int, html: String)]

    init(_ code: String) {
        let hidden = HiddenLines(code)
        var lines: [(number: Int, html: String)] = []
        var isAfterGap = true
        for (number, html) in Highlighter.lines(code).enumerated() {
            let isBlank = html.allSatisfy(\.isWhitespace)
            if hidden.contains(number) {
                isAfterGap = lines.last?.html.allSatisfy(\.isWhitespace) ?? true
            } else if !(isAfterGap && isBlank) {
                lines.append((number, html))
                isAfterGap = false
            }
        }
        while lines.last?.html.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        self.lines = lines
    }

    /// The code as HTML; nil where nothing is shown.
    var html: String? {
        lines.isEmpty ? nil : lines.map(\.html).joined(separator: "\n")
    }

    /// The number, counted from 1, that a reader gives the code's line `number`, counted from 0; nil where it is hidden.
    func number(of number: Int) -> Int? {
        lines.firstIndex { $0.number == number }.map { $0 + 1 }
    }
}
