/// Text as Swift writes it.
enum SwiftLiteral {
    /// The string literal of `text`.
    static func text(_ text: String) -> String {
        let escaped = text.map { character in
            switch character {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            case "\r": "\\r"
            default: String(character)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
