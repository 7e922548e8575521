import CommonMark

/// Fenced divs: blocks between lines of three colons or more, in the form that Pandoc gave them.
///
///     ::: {.callout-note title="A title"}
///     Any blocks, also further divs.
///     :::
///
/// A line that opens a div has attributes in braces, or a single word, which is a class. A line without them closes the
/// last one that was opened.
enum FencedDivs {
    /// What a line of colons does.
    enum Line {
        case opening(Attributes)
        case closing
        case malformed(String)
    }

    /// Reads `line`, without its indentation; nil where it is no fence of a div.
    static func read(_ line: String) -> Line? {
        guard line.hasPrefix(":::") else { return nil }
        let rest = line.drop { $0 == ":" }.trimming(" \t")
        if rest.isEmpty { return .closing }
        if rest.hasPrefix("{") {
            let text = rest.trimming(":").trimming(" \t")
            guard text.hasSuffix("}") else { return .malformed("the braces of this div are not closed") }
            do throws(AttributeReader.Malformed) {
                return .opening(try AttributeReader.read(text.dropFirst().dropLast()))
            } catch {
                return .malformed(error.message)
            }
        }
        let word = rest.trimming(":").trimming(" \t")
        guard word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }), !word.isEmpty else {
            return .malformed("a div is opened by '::: {.class}', not by ':::' and words")
        }
        return .opening(Attributes(classes: [word]))
    }
}
