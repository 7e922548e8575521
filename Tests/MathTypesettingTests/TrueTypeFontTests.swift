import Foundation
import MathTypesetting
import Testing

@Suite struct TrueTypeFontTests {
    private static let file = try? KaTeXPackage().fonts.appending(path: "KaTeX_Main-Regular.ttf")
    private let bytes: [UInt8]
    private let font: TrueTypeFont

    init() throws {
        bytes = Array(try Data(contentsOf: try #require(Self.file)))
        font = try #require(TrueTypeFont(bytes))
    }

    @Test func `characters keep their outlines, and all others lose theirs`() throws {
        let cut = try #require(font.subset(to: ["a", "+"]))
        let kept = zip(cut.outlines, font.outlines).filter { !$0.0.isEmpty }
        #expect(kept.count == 3, "two characters, and the one for what is missing")
        // Outlines begin at multiples of four bytes, with zeros between them.
        #expect(kept.allSatisfy { $0.starts(with: $1) && $0.dropFirst($1.count).allSatisfy { $0 == 0 } })
        #expect(cut.table("cmap") == font.table("cmap") && cut.table("hmtx") == font.table("hmtx"))
        #expect(cut.outlines.count == font.outlines.count && cut.table("post").count == 32)
    }

    @Test func `each character has an outline of its own`() throws {
        let outlines = try "abcABC019+=(".unicodeScalars.map { try #require(font.subset(to: [$0])).table("glyf") }
        #expect(Set(outlines).count == 12)
    }

    @Test func `no characters leave the one for what is missing`() throws {
        let cut = try #require(font.subset(to: []))
        #expect(cut.table("glyf").count < 500)
    }

    @Test func `a broken font is refused, or cut as far as it can be read`() {
        for count in stride(from: 0, to: bytes.count, by: 997) {
            #expect(TrueTypeFont(Array(bytes.prefix(count))) == nil)
        }
        // Wrong numbers anywhere are found out or harmless, and never crash.
        for place in stride(from: 0, to: 3_000, by: 7) {
            var broken = bytes
            broken[place] ^= 0xFF
            _ = TrueTypeFont(broken)?.subset(to: ["a", "ﬁ"]).map(WOFF.packed)
        }
        for tag in font.tables.map(\.tag) {
            var broken = font
            broken.tables.removeAll { $0.tag == tag }
            _ = broken.subset(to: ["a"])
        }
    }

    @Test func `other kinds of file are no fonts`() {
        #expect(TrueTypeFont([]) == nil)
        #expect(TrueTypeFont(Array("wOF2".utf8) + Array(repeating: 0, count: 100)) == nil)
    }
}

extension TrueTypeFont {
    fileprivate func table(_ tag: String) -> [UInt8] {
        tables.first { $0.tag == tag }?.bytes ?? []
    }

    /// All glyphs' outlines, from a font whose table of places has two bytes for each.
    fileprivate var outlines: [[UInt8]] {
        let bytes = table("loca")
        let places = stride(from: 0, to: bytes.count, by: 2).map { (Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])) * 2 }
        return zip(places, places.dropFirst()).map { Array(table("glyf")[$0..<$1]) }
    }
}
