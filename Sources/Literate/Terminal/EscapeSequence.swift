/// A control sequence in printed text, as ECMA-48 has them.
enum EscapeSequence: Equatable {
    /// `ESC [ 1 ; 31 m`: how what follows looks.
    case style([Int])
    /// `ESC [ K`: clears a part of the line.
    case eraseLine(Int)
    /// Any other, whole or cut off.
    case other

    /// Takes a sequence off `text`, whose first character, `introducer`, was taken before.
    init(after introducer: Character, in text: inout ArraySlice<Character>) {
        switch introducer {
        case "\u{9B}": self = Self.control(in: &text)
        case "\u{9D}": self = Self.string(in: &text)
        default: self = Self.escape(in: &text)
        }
    }
}

extension EscapeSequence {
    private static func escape(in text: inout ArraySlice<Character>) -> EscapeSequence {
        switch text.first {
        case "[":
            text.removeFirst()
            return control(in: &text)
        case "]", "P", "X", "^", "_":
            text.removeFirst()
            return string(in: &text)
        default:
            text.skip(" "..."/")
            text.skip("0"..."~", atMost: 1)
            return .other
        }
    }

    /// `ESC [`, then parameters, and a letter that says what they are of. What breaks off is dropped up to there.
    private static func control(in text: inout ArraySlice<Character>) -> EscapeSequence {
        let parameters = text.skip("0"..."?")
        let intermediates = text.skip(" "..."/")
        let letter = text.skip("@"..."~", atMost: 1).first
        guard intermediates.isEmpty, parameters.allSatisfy({ $0.isNumber || $0 == ";" || $0 == ":" }) else {
            return .other
        }
        switch letter {
        case "m": return .style(numbers(in: parameters))
        case "K": return .eraseLine(numbers(in: parameters).first ?? 0)
        default: return .other
        }
    }

    /// `ESC ]`, then a text for the terminal itself, such as a title, up to BEL or `ESC \`. A line's end ends it too: no
    /// terminal is told of lines, so it was cut off, and what follows is text again.
    private static func string(in text: inout ArraySlice<Character>) -> EscapeSequence {
        while let character = text.first, character != "\n", character != "\r\n" {
            text.removeFirst()
            if character == "\u{7}" || character == "\u{9C}" { break }
            if character == "\u{1B}" {
                text.skip("\\"..."\\", atMost: 1)
                break
            }
        }
        return .other
    }

    /// The numbers of `parameters`, of which no more than a few mean anything; an omitted one is 0.
    ///
    /// What stands behind colons are parts of one parameter: of a color they count, of all others they are refinements.
    private static func numbers(in parameters: ArraySlice<Character>) -> [Int] {
        parameters.split(separator: ";", maxSplits: 64, omittingEmptySubsequences: false).flatMap { parameter in
            let parts = parameter.split(separator: ":", maxSplits: 8, omittingEmptySubsequences: false)
                .map { Int(String($0.prefix(6))) ?? 0 }
            guard parts.first == 38 || parts.first == 48 else { return Array(parts.prefix(1)) }
            // The third of six names a color space.
            return parts.count == 6 ? parts.prefix(2) + parts.suffix(3) : parts
        }
    }
}

extension ArraySlice<Character> {
    /// Takes the characters that are in `range` off the start.
    @discardableResult
    fileprivate mutating func skip(_ range: ClosedRange<Character>, atMost limit: Int = .max) -> ArraySlice {
        let run = prefix(limit).prefix { $0.isASCII && range.contains($0) }
        self = self[run.endIndex...]
        return run
    }
}
