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

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
