/// Capital and small letters of the Latin, Greek and Cyrillic alphabets, and the words that letters make.
///
/// Swift's own `lowercased()`, `split` and `removeLast()` know every alphabet, by tables and rules which the page of a
/// live cell would have to load.
package enum Letters {
    /// `text` with small letters for capital ones: `small("ReLU")` is "relu".
    static func small(_ text: String) -> String { Self.text(scalars(text).map(small)) }

    /// `text` with capital letters for small ones.
    package static func capital(_ text: String) -> String { Self.text(scalars(text).map(capital)) }

    static func isCapital(_ letter: Unicode.Scalar) -> Bool { small(letter) != letter }
    static func isSmall(_ letter: Unicode.Scalar) -> Bool { capital(letter) != letter }

    /// What stands between the spaces and the ends of lines.
    static func words(_ text: String) -> [String] {
        var words: [[Unicode.Scalar]] = [[]]
        for letter in scalars(text) {
            if letter == " " || letter == "\n" { words.append([]) } else { words[words.count - 1].append(letter) }
        }
        return words.filter { !$0.isEmpty }.map { Self.text($0) }
    }

    /// Whether so many letters stand side by side in a text.
    static func have(_ count: Int, sideBySideIn text: String) -> Bool {
        var found = 0
        for letter in scalars(text) {
            found = isCapital(letter) || isSmall(letter) ? found + 1 : 0
            if found == count { return true }
        }
        return false
    }

    static func scalars(_ text: String) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars { scalars.append(scalar) }
        return scalars
    }

    /// The text of bytes in UTF-8.
    static func text(_ bytes: [UInt8]) -> String {
        guard !bytes.isEmpty else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func text(_ scalars: [Unicode.Scalar]) -> String {
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        return text
    }

    /// Whether a scalar belongs to the letter before it, whose last one is given: an accent, or a part of an emoji.
    static func isPart(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300..<0x370, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF: true
        default: last.value == 0x200D
        }
    }
}

extension Letters {
    /// From the first capital letter of a range to its last: how far behind the small ones are, and whether capital and
    /// small letters take turns.
    private static let ranges: [(first: UInt32, last: UInt32, distance: UInt32, takeTurns: Bool)] = [
        (0x41, 0x5A, 32, false), (0xC0, 0xD6, 32, false), (0xD8, 0xDE, 32, false), (0x100, 0x12E, 1, true),
        (0x132, 0x136, 1, true), (0x139, 0x147, 1, true), (0x14A, 0x176, 1, true), (0x179, 0x17D, 1, true),
        (0x391, 0x3A1, 32, false), (0x3A3, 0x3AB, 32, false), (0x400, 0x40F, 80, false), (0x410, 0x42F, 32, false),
    ]

    static func small(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        for range in ranges where letter.value >= range.first && letter.value <= range.last {
            if range.takeTurns, (letter.value - range.first) % 2 == 1 { return letter }
            return Unicode.Scalar(letter.value + range.distance) ?? letter
        }
        return letter
    }

    static func capital(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        for range in ranges where letter.value >= range.first + range.distance {
            let value = letter.value - range.distance
            guard value <= range.last, !range.takeTurns || (value - range.first) % 2 == 0 else { continue }
            return Unicode.Scalar(value) ?? letter
        }
        return letter
    }
}
