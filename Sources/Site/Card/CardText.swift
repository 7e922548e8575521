/// Where the words of a card stand, in stitches: small what it is part of, and below that its title, as large as it fits.
package struct CardText {
    package private(set) var lines: [Line] = []

    package struct Line {
        package let letters: [Character]
        /// The row of the letters' upper edge.
        package let top: Int
        /// How many stitches stand for one.
        package let scale: Int
        package let isTitle: Bool

        package var bottom: Int { top + StitchFont.height * scale }
    }

    static let margin = 12
    private static let lineHeight = StitchFont.height + 3
    private let columns: Int
    private let bottom: Int

    /// - Parameters:
    ///   - line: what stands above the title; in its place where most of the title can't be stitched.
    ///   - columns: the width of the card.
    ///   - bottom: the first row that is not for words.
    package init(title: String, line: String?, columns: Int, bottom: Int) {
        (self.columns, self.bottom) = (columns, bottom)
        let isReadable = StitchFont.stitches(mostOf: title)
        let above = line.map { isReadable ? wrapped($0, scale: 1).prefix(2) : [] } ?? []
        for (number, letters) in above.enumerated() {
            lines.append(
                Line(letters: letters, top: Self.margin + number * Self.lineHeight, scale: 1, isTitle: false))
        }
        let top = Self.margin + (above.isEmpty ? 0 : above.count * Self.lineHeight + 6)
        add(isReadable ? title : line ?? title, top: top)
    }
}

extension CardText {
    private mutating func add(_ title: String, top: Int) {
        func room(_ scale: Int) -> Int { (bottom - top + 3 * scale) / (Self.lineHeight * scale) }
        let longest = StitchFont.letters(title).split(separator: " ").map(\.count).max() ?? 0
        let scale = [3, 2].first { longest <= letters($0) && wrapped(title, scale: $0).count <= room($0) } ?? 1
        for (number, letters) in wrapped(title, scale: scale).prefix(room(scale)).enumerated() {
            lines.append(
                Line(letters: letters, top: top + number * Self.lineHeight * scale, scale: scale, isTitle: true))
        }
    }

    /// How many letters of a size stand side by side.
    private func letters(_ scale: Int) -> Int {
        (columns - 2 * Self.margin + scale) / ((StitchFont.width + 1) * scale)
    }

    /// The lines of a text. A word that is longer than a line goes on in the next one.
    private func wrapped(_ text: String, scale: Int) -> [[Character]] {
        let room = letters(scale)
        var lines: [[Character]] = []
        for word in StitchFont.letters(text).split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= room {
                lines[lines.count - 1] += [" "] + word
            } else {
                lines += stride(from: 0, to: word.count, by: room).map { Array(word.dropFirst($0).prefix(room)) }
            }
        }
        return lines
    }
}
