/// Footnotes: `[^label]` in the text, and anywhere on lines of their own what they say.
///
///     It is called *dropout*.[^name]
///
///     [^name]: By its authors.
///
///         A further paragraph is indented by four blanks.
enum Footnotes {
    /// What libcmark reads in the place of `[^name]: `: the marker of a list's item, whose text begins where a
    /// footnote's further paragraphs do.
    static let marker = "1)  "

    /// The label of `^label`.
    static func label(_ text: String) -> String? {
        let label = text.dropFirst()
        return text.hasPrefix("^") && !label.isEmpty && !label.contains(where: \.isWhitespace) ? String(label) : nil
    }

    /// The label that a line, without its indentation, gives a text to, and how many bytes stand before that text.
    static func definition(_ line: String) -> (label: String, length: Int)? {
        guard line.hasPrefix("[^"), let end = line.firstRange(of: "]:"),
            let label = label(String(line[..<end.lowerBound].dropFirst())), !label.contains("]"), !label.contains("[")
        else { return nil }
        let blanks = line[end.upperBound...].prefix { $0 == " " || $0 == "\t" }
        return (label, line[..<blanks.endIndex].utf8.count)
    }
}
