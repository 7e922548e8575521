import Foundation

/// The picture that other sites show beside a link to a page: its title, stitched on woven cloth.
struct CardImage {
    private var stitches: [UInt8]

    /// In stitches; one is six pixels wide and high, which makes 1200 × 630.
    private static let (columns, rows, stitch) = (200, 105, 6)
    /// Each color with the shade of its edges. Cloth, ink, and the green of what was checked: those of `tokens.css`.
    private static let palette: [(UInt8, UInt8, UInt8)] = [
        (0xF6, 0xF7, 0xF5), (0xE6, 0xE9, 0xE5), (0x1B, 0x1E, 0x24), (0x3A, 0x3F, 0x48), (0x0F, 0x6B, 0x3C),
        (0x3C, 0x8A, 0x62),
    ]
    private static let (cloth, ink, green): (UInt8, UInt8, UInt8) = (0, 1, 2)

    init(title: String, line: String?) {
        stitches = Array(repeating: Self.cloth, count: Self.columns * Self.rows)
        let text = CardText(title: title, line: line, columns: Self.columns, bottom: Self.rows - CardText.margin)
        for line in text.lines { write(line, color: line.isTitle ? Self.ink : Self.green) }
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
    private mutating func write(_ line: CardText.Line, color: UInt8) {
        for (place, letter) in line.letters.enumerated() {
            let left = CardText.margin + place * (StitchFont.width + 1) * line.scale
            for row in 0..<StitchFont.height * line.scale {
                for column in 0..<StitchFont.width * line.scale
                where StitchFont.isStitched(letter, row: row / line.scale, column: column / line.scale) {
                    set(line.top + row, left + column, to: color)
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
