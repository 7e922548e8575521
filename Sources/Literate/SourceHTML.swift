/// Code as a page shows it.
enum SourceHTML {
    /// `code` of `language` in a box, colored where it is Swift.
    static func html(_ code: String, language: String) -> String {
        box(language == "swift" ? lines(of: code) : HTML.escape(code.trimming("\n")), language: language)
    }

    /// The code of `cell` without its hidden lines; nil where nothing is left.
    static func html(_ cell: Cell) -> String? {
        let code = lines(of: cell.code, hidden: HiddenLines(cell.code))
        return code.isEmpty ? nil : box(code, language: "swift")
    }

    private static func box(_ content: String, language: String) -> String {
        let language = language.isEmpty ? "text" : HTML.escape(language)
        return """
            <div class="cell-source"><pre tabindex="0"><code class="language-\(language)">\(content)</code></pre></div>
            """
    }

    /// Swift in color, with no blank lines at its ends, and one where hidden lines leave two.
    private static func lines(of code: String, hidden: HiddenLines? = nil) -> String {
        var shown: [String] = []
        var isAfterGap = true
        for (number, line) in Highlighter.lines(code).enumerated() {
            if hidden?.contains(number) == true {
                isAfterGap = shown.last?.isBlank ?? true
            } else if !(isAfterGap && line.isBlank) {
                shown.append(line)
                isAfterGap = false
            }
        }
        while shown.last?.isBlank == true { shown.removeLast() }
        return shown.joined(separator: "\n")
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
