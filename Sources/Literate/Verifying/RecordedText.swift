/// A text that a build recorded, which is compared with what a later run gave.
///
/// Texts are compared letter by letter, but for numbers with a point or an exponent: those are the same within a
/// millionth of their size. Networks compute in single precision, of which this is eight units in the last place: less
/// than any page shows, and more than another processor's rounding changes. What both are smaller than `zero` is what
/// rounding has left of nothing. Whole numbers count something and have to be equal.
package struct RecordedText {
    static let relativeTolerance = 1e-6
    static let zero = 1e-12

    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// Whether `other` says the same.
    package func isSame(as other: String) -> Bool {
        if text == other { return true }
        let (mine, theirs) = (Self.pieces(of: text), Self.pieces(of: other))
        return mine.count == theirs.count && zip(mine, theirs).allSatisfy(Self.areSame)
    }

    private enum Piece: Equatable {
        case number(Substring)
        case words(Substring)
    }

    /// The numbers of a text, and what stands between them.
    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var end = text.startIndex
        for match in text.matches(of: #/[-+−]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/#) {
            pieces.append(.words(text[end..<match.range.lowerBound]))
            pieces.append(.number(text[match.range]))
            end = match.range.upperBound
        }
        return pieces + [.words(text[end...])]
    }

    private static func areSame(_ a: Piece, _ b: Piece) -> Bool {
        guard case .number(let first) = a, case .number(let second) = b, a != b else { return a == b }
        guard isMeasure(first) || isMeasure(second), let first = value(first), let second = value(second) else {
            return false
        }
        let size = max(abs(first), abs(second))
        return size < zero || abs(first - second) <= relativeTolerance * size
    }

    private static func isMeasure(_ number: Substring) -> Bool {
        number.contains { ".eE".contains($0) }
    }

    private static func value(_ number: Substring) -> Double? {
        Double(number.replacing("−", with: "-"))
    }
}
