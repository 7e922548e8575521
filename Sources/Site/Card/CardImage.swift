import Foundation

/// The picture that other sites show beside a link to a page: its title, stitched on woven cloth.
struct CardImage {
    private var stitches: [UInt8]

    /// In stitches; one is six pixels wide and high, which makes 1200 × 630.
    private static let (columns, rows, stitch, margin) = (200, 105, 6, 12)
    /// Each color with the shade of its edges. Cloth, ink, and the green of what was checked: those of `tokens.css`.
    private static let palette: [(UInt8, UInt8, UInt8)] = [
        (0xF6, 0xF7, 0xF5), (0xE6, 0xE9, 0xE5), (0x1B, 0x1E, 0x24), (0x3A, 0x3F, 0x48), (0x0F, 0x6B, 0x3C),
        (0x3C, 0x8A, 0x62),
    ]
    private static let (cloth, ink, green): (UInt8, UInt8, UInt8) = (0, 1, 2)

    /// - Parameter line: what stands small above the title.
    init(title: String, line: String?) {
        stitches = Array(repeating: Self.cloth, count: Self.columns * Self.rows)
        if let line { write(line, at: Self.margin, scale: 1, color: Self.green, lines: 1) }
        // The largest letters with which the title fits.
        let scale = [3, 2].first { Self.wrapped(title, scale: $0).count <= ($0 == 3 ? 2 : 4) } ?? 1
        write(title, at: line == nil ? 14 : 28, scale: scale, color: Self.ink, lines: 8)
        weaveEdge()
    }

    /// As a PNG.
    var data: Data {
        let width = Self.columns * Self.stitch
        var pixels: [UInt8] = []
        pixels.reserveCapacity(width * Self.rows * Self.stitch)
        for row in 0..<Self.rows {
            for line in 0..<Self.stitch {
                for column in 0..<Self.columns {
                    // Where the weft lies over the warp, a stitch has its edges above and below; elsewhere at its sides.
                    let isOver = (row + column) % 2 == 0
                    let color = 2 * stitches[row * Self.columns + column]
                    for place in 0..<Self.stitch {
                        let across = isOver ? line : place
                        pixels.append(color + (across == 0 || across == Self.stitch - 1 ? 1 : 0))
                    }
                }
            }
        }
        return IndexedPNG(width: width, height: Self.rows * Self.stitch, palette: Self.palette, pixels: pixels).data
    }
}

extension CardImage {
    /// How many letters of a size stand side by side.
    private static func room(scale: Int) -> Int {
        (columns - 2 * margin + scale) / ((StitchFont.width + 1) * scale)
    }

    /// The lines of a text; a word that is longer than a line is cut.
    private static func wrapped(_ text: String, scale: Int) -> [[Character]] {
        let room = room(scale: scale)
        var lines: [[Character]] = []
        for word in StitchFont.letters(text).split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= room {
                lines[lines.count - 1] += [" "] + word
            } else if word.count > room, scale > 1 {
                // No letters of this size.
                return Array(repeating: [], count: rows)
            } else {
                lines.append(Array(word.prefix(room)))
            }
        }
        return lines
    }

    private mutating func write(_ text: String, at top: Int, scale: Int, color: UInt8, lines: Int) {
        for (number, line) in Self.wrapped(text, scale: scale).prefix(lines).enumerated() {
            let top = top + number * (StitchFont.height + 3) * scale
            for (place, letter) in line.enumerated() {
                let left = Self.margin + place * (StitchFont.width + 1) * scale
                for row in 0..<StitchFont.height * scale {
                    for column in 0..<StitchFont.width * scale
                    where StitchFont.isStitched(letter, row: row / scale, column: column / scale) {
                        set(top + row, left + column, to: color)
                    }
                }
            }
        }
    }

    /// Three threads of weft at the lower edge, over and under the warp.
    private mutating func weaveEdge() {
        for (thread, row) in [Self.rows - 8, Self.rows - 6, Self.rows - 4].enumerated() {
            for column in 0..<Self.columns where (column + 2 * (thread % 2)) % 4 < 3 {
                set(row, column, to: Self.green)
            }
        }
    }

    private mutating func set(_ row: Int, _ column: Int, to color: UInt8) {
        guard row < Self.rows, column < Self.columns else { return }
        stitches[row * Self.columns + column] = color
    }
}
