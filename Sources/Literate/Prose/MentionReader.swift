import CommonMark

/// Reads mentions of keys: `@key` in a sentence, and `[see @key, p. 3; -@other]` in brackets.
struct MentionReader {
    private let text: InlineText

    init(_ text: InlineText) {
        self.text = text
    }

    /// The mention whose `@` stands at `start`, and where it ends.
    func bare(from start: Int) -> (Mention, end: Int)? {
        guard mayPrecede(start), let key = key(from: start) else { return nil }
        let item = Mention.Item(key: text.text(key), position: Position(text.origin(start)))
        return (Mention(items: [item], isBracketed: false), key.upperBound)
    }

    /// The mention in the brackets around `range`: each piece between semicolons names a key.
    func bracketed(_ range: Range<Int>) -> Mention? {
        var items: [Mention.Item] = []
        for piece in text.bytes[range].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            guard let item = item(piece.startIndex..<piece.endIndex) else { return nil }
            items.append(item)
        }
        return Mention(items: items, isBracketed: true)
    }
}

extension MentionReader {
    private func item(_ range: Range<Int>) -> Mention.Item? {
        var start = range.lowerBound
        while let at = text.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "@")) {
            start = at + 1
            let isShort = at > range.lowerBound && text.bytes[at - 1] == UInt8(ascii: "-")
            guard mayPrecede(isShort ? at - 1 : at), let key = key(from: at), key.upperBound <= range.upperBound else {
                continue
            }
            return Mention.Item(
                key: text.text(key), isShort: isShort,
                prefix: text.text(range.lowerBound..<(isShort ? at - 1 : at)).trimming(" \n"),
                suffix: text.text(key.upperBound..<range.upperBound).trimming(" \n"),
                position: Position(text.origin(at)))
        }
        return nil
    }

    /// Whether a mention can begin at `offset`, judged by what stands before it: `user@host` and `a/@b` are none.
    private func mayPrecede(_ offset: Int) -> Bool {
        let bytes = text.bytes[max(0, offset - 8)..<offset].drop { $0 & 0xC0 == 0x80 }
        guard let character = String(decoding: bytes, as: UTF8.self).last else { return true }
        return !(character.isLetter || character.isNumber || "/.@:%+=&#-_\\".contains(character))
    }

    /// The key behind the `@` at `at`: letters, digits and '_', joined by single marks.
    private func key(from at: Int) -> Range<Int>? {
        let start = at + 1
        var end = start
        var offset = start
        while offset < text.bytes.count {
            if Self.isWord(text.bytes[offset]) {
                end = offset + 1
            } else if offset != end || !"-:./+".utf8.contains(text.bytes[offset]) {
                break
            }
            offset += 1
        }
        return end > start ? start..<end : nil
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return byte < 0x80 && (character.isLetter || character.isNumber || character == "_")
    }
}

extension Position {
    init(_ location: Location) {
        self.init(line: location.line, column: location.column)
    }

    /// Where it begins.
    var location: Location { Location(line: startLine, column: startColumn) }
}
