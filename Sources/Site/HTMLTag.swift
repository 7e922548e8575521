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
        var rest = html.utf8.dropFirst()
        isEnd = rest.first == UInt8(ascii: "/")
        if isEnd { rest = rest.dropFirst() }
        let name = rest.prefix { Self.isOfName($0) }
        guard let first = name.first, first > UInt8(ascii: "9") else {
            html = html.dropFirst()
            return nil
        }
        self.name = Substring(name)
        rest = rest[name.endIndex...]
        var quote: UInt8?
        let end = rest.firstIndex { byte in
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            return byte == UInt8(ascii: ">") && quote == nil
        }
        attributes = Substring(rest[..<(end ?? rest.endIndex)])
        html = end.map { Substring(rest[$0...].dropFirst()) } ?? ""
    }

    /// Whether a tag's name can hold `byte`: a letter, a digit or a hyphen.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    var isHeading: Bool { name.count == 2 && name.first == "h" && name.last?.isNumber == true }

    /// The value of an attribute in double quotes.
    subscript(_ attribute: String) -> Substring? {
        guard let range = attributes.firstRange(of: " \(attribute)=\"") else { return nil }
        return attributes[range.upperBound...].prefix { $0 != "\"" }
    }

    /// The text that stands between two tags, with its character references read.
    static func text(of html: Substring) -> String {
        guard html.utf8.contains(UInt8(ascii: "&")) else { return String(html) }
        // "&amp;" comes last, so that "&amp;lt;" becomes "&lt;".
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")]
            .reduce(String(html)) { $0.replacing($1.0, with: $1.1) }
    }
}
