/// A tag of the HTML that a page consists of, as far as its text has to be told from it.
struct HTMLTag {
    let name: Substring
    let isEnd: Bool
    private let attributes: Substring

    /// Reads the tag, or comment, that `html` begins with, and leaves what follows. A `<` that begins none is left out.
    init?(_ html: inout Substring) {
        if html.hasPrefix("<!--") {
            html = html.firstRange(of: "-->").map { html[$0.upperBound...] } ?? ""
            return nil
        }
        var rest = html.dropFirst()
        isEnd = rest.first == "/"
        if isEnd { rest = rest.dropFirst() }
        guard rest.first?.isLetter == true else {
            html = html.dropFirst()
            return nil
        }
        name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        rest = rest.dropFirst(name.count)
        let start = rest.startIndex
        var quote: Character?
        while let character = rest.first, character != ">" || quote != nil {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "\"" || character == "'" {
                quote = character
            }
            rest = rest.dropFirst()
        }
        attributes = html[start..<rest.startIndex]
        html = rest.dropFirst()
    }

    var isHeading: Bool { name.count == 2 && name.first == "h" && name.last?.isNumber == true }

    /// The value of an attribute in double quotes.
    subscript(_ attribute: String) -> Substring? {
        guard let range = attributes.firstRange(of: " \(attribute)=\"") else { return nil }
        return attributes[range.upperBound...].prefix { $0 != "\"" }
    }

    /// The text that stands between two tags, with its character references read.
    static func text(of html: Substring) -> String {
        guard html.contains("&") else { return String(html) }
        // "&amp;" comes last, so that "&amp;lt;" becomes "&lt;".
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")]
            .reduce(String(html)) { $0.replacing($1.0, with: $1.1) }
    }
}
