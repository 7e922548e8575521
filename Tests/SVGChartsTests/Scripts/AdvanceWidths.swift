// Prints Sources/SVGCharts/Layout/AdvanceWidths.swift from the fonts named on the command line:
//
//     swift Tests/SVGChartsTests/Scripts/AdvanceWidths.swift \
//         --regular Inter-Regular.otf LiberationSans-Regular.ttf \
//         --bold Inter-SemiBold.otf LiberationSans-Bold.ttf
//
// The fonts are Debian's `fonts-inter` and `fonts-liberation`, both under the SIL Open Font License. Only numbers
// leave them: for each character the wider of its two advances, in thousandths of an em, so that a label measured
// with the table fits whichever of them, or of their metric twins Arial and Helvetica, a reader has.

import Foundation

/// The two tables of an OpenType file that say how far each character moves the pen.
struct Font {
    let data: Data

    init(_ path: String) throws { data = try Data(contentsOf: URL(fileURLWithPath: path)) }

    func u16(_ at: Int) -> Int { Int(data[at]) << 8 | Int(data[at + 1]) }
    func u32(_ at: Int) -> Int { u16(at) << 16 | u16(at + 2) }

    func table(_ tag: String) -> Int {
        let records = (0..<u16(4)).map { 12 + 16 * $0 }
        let record = records.first { data[$0..<$0 + 4].elementsEqual(tag.utf8) }!
        return u32(record + 8)
    }

    /// The glyph of a character of the basic plane, by the `cmap` subtable of format 4; 0 where it has none.
    func glyph(_ scalar: Int) -> Int {
        let cmap = table("cmap")
        let offsets = (0..<u16(cmap + 2)).map { cmap + u32(cmap + 4 + 8 * $0 + 4) }
        let sub = offsets.first { u16($0) == 4 }!
        let count = u16(sub + 6) / 2
        for segment in 0..<count where scalar <= u16(sub + 14 + 2 * segment) {
            let start = u16(sub + 16 + 2 * count + 2 * segment)
            guard scalar >= start else { return 0 }
            let delta = u16(sub + 16 + 4 * count + 2 * segment)
            let rangeAt = sub + 16 + 6 * count + 2 * segment
            guard u16(rangeAt) != 0 else { return (scalar + delta) & 0xFFFF }
            let glyph = u16(rangeAt + u16(rangeAt) + 2 * (scalar - start))
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF
        }
        return 0
    }

    /// The advance in thousandths of an em, rounded up; nil where the font lacks the character.
    func advance(_ scalar: Int) -> Int? {
        let glyph = glyph(scalar)
        guard glyph != 0 else { return nil }
        let full = u16(table("hhea") + 34)
        let units = u16(table("head") + 18)
        return (u16(table("hmtx") + 4 * min(glyph, full - 1)) * 1000 + units - 1) / units
    }
}

func list(_ numbers: [Int]) -> String {
    stride(from: 0, to: numbers.count, by: 16)
        .map { "        " + numbers[$0..<min($0 + 16, numbers.count)].map(String.init).joined(separator: ", ") + "," }
        .joined(separator: "\n")
}

var fonts: [String: [Font]] = [:]
var weight = "--regular"
for argument in CommandLine.arguments.dropFirst() {
    if argument.hasPrefix("--") { weight = argument } else { fonts[weight, default: []].append(try Font(argument)) }
}

/// Runs of characters that charts use: Latin, Greek, superscripts and subscripts, punctuation, arrows, mathematics.
let runs: [ClosedRange<Int>] = [
    0x20...0x7E, 0xA0...0x17F, 0x391...0x3C9, 0x2010...0x2026, 0x2070...0x208E, 0x2190...0x2193, 0x2200...0x2265,
]

print(
    """
    /// Advance widths in thousandths of an em: for each character the wider of Inter's and Liberation Sans's.
    ///
    /// Made by `Tests/SVGChartsTests/Scripts/AdvanceWidths.swift`, which says from which fonts; do not edit.
    package enum AdvanceWidths {
        /// The first character of each run and how many follow it, in the order of the widths.
        static let runs: [(first: UInt32, count: Int)] = [
            \(runs.map { "(\($0.lowerBound), \($0.count))" }.joined(separator: ", "))
        ]

        /// What a character outside the runs is taken to need: that of a wide letter.
        static let unknown = 700
    """)
for (weight, name) in [("--regular", "regular"), ("--bold", "bold")] {
    let widths = runs.joined().map { scalar in fonts[weight]!.compactMap { $0.advance(scalar) }.max() ?? 700 }
    print("\n    /// For text of weight \(name == "regular" ? 400 : 600).")
    print("    static let \(name): [UInt16] = [\n\(list(widths))\n    ]")
}
print("}")
