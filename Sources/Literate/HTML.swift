/// The little HTML that pages are written with by hand.
public enum HTML {
    /// `text` for use between tags and in quoted attributes. What HTML can't hold is shown as U+FFFD.
    public static func escape(_ text: some StringProtocol) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped += character.unicodeScalars.allSatisfy(isAllowed) ? String(character) : "\u{FFFD}"
            }
        }
        return escaped
    }

    /// `text` with U+FFFD in the place of what HTML can't hold.
    static func allowed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
