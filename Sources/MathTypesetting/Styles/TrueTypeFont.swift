/// A font of outlines, as tables of bytes.
///
/// Of the format (OpenType, with TrueType outlines) only as much is known as it takes to leave glyphs out: each keeps
/// its number, and an outline that isn't needed becomes empty.
package struct TrueTypeFont {
    package var tables: [(tag: String, bytes: [UInt8])]

    /// - Returns: nil where `file` is something else, or broken.
    package init?(_ file: [UInt8]) {
        let reader = BigEndian(file)
        guard let version = reader.uint32(0), version == 0x0001_0000, let count = reader.uint16(4) else { return nil }
        tables = []
        for number in 0..<count {
            let entry = 12 + 16 * number
            guard let offset = reader.uint32(entry + 8), let length = reader.uint32(entry + 12),
                let tag = reader.slice(entry, 4), let bytes = reader.slice(offset, length)
            else { return nil }
            tables.append((String(decoding: tag, as: UTF8.self), bytes))
        }
    }

    /// The font with the outlines of `characters` alone, and without its glyphs' names.
    /// - Returns: nil where the font has no table of characters, or of outlines, that is known here.
    package func subset(to characters: Set<Unicode.Scalar>) -> TrueTypeFont? {
        guard let glyphs = CharacterTable(self["cmap"])?.glyphs(of: characters),
            let outlines = Outlines(
                self["glyf"], places: self["loca"], isLong: BigEndian(self["head"]).uint16(50) == 1),
            let (glyf, loca) = outlines.cut(to: glyphs.union([0]))
        else { return nil }
        var font = self
        font["glyf"] = glyf
        font["loca"] = loca
        // Version 3 of this table has no names.
        font["post"] = [0, 3, 0, 0] + self["post"].dropFirst(4).prefix(28)
        return font
    }

    private subscript(_ tag: String) -> [UInt8] {
        get { tables.first { $0.tag == tag }?.bytes ?? [] }
        set { if let index = tables.firstIndex(where: { $0.tag == tag }) { tables[index].bytes = newValue } }
    }
}

/// The table `cmap`, in the one of its forms that fonts with few characters have.
private struct CharacterTable {
    private let table: BigEndian
    private let segments: Int

    init?(_ bytes: [UInt8]) {
        let all = BigEndian(bytes)
        let offsets = (0..<(all.uint16(2) ?? 0)).compactMap { all.uint32(4 + 8 * $0 + 4) }
        guard let offset = offsets.first(where: { all.uint16($0) == 4 }), let twice = all.uint16(offset + 6) else {
            return nil
        }
        table = BigEndian(Array(bytes[offset...]))
        segments = twice / 2
    }

    func glyphs(of characters: Set<Unicode.Scalar>) -> Set<Int> {
        Set(characters.compactMap { glyph(of: Int($0.value)) })
    }

    /// Segments are four arrays behind each other: ends, starts, differences and places in a fifth.
    private func glyph(of character: Int) -> Int? {
        for segment in 0..<segments {
            let end = 14 + 2 * segment
            let start = end + 2 * segments + 2
            let place = start + 4 * segments
            guard let last = table.uint16(end), character <= last else { continue }
            guard let first = table.uint16(start), character >= first, let delta = table.uint16(start + 2 * segments),
                let offset = table.uint16(place)
            else { return nil }
            if offset == 0 { return (character + delta) & 0xFFFF }
            let glyph = table.uint16(place + offset + 2 * (character - first))
            return glyph.map { $0 == 0 ? 0 : ($0 + delta) & 0xFFFF }
        }
        return nil
    }
}

/// The table `glyf` of outlines, with the table `loca` of where each begins.
private struct Outlines {
    private let outlines: [[UInt8]]
    private let isLong: Bool

    init?(_ bytes: [UInt8], places: [UInt8], isLong: Bool) {
        self.isLong = isLong
        let (all, table) = (BigEndian(bytes), BigEndian(places))
        let offsets = (0..<(places.count / (isLong ? 4 : 2))).compactMap {
            isLong ? table.uint32(4 * $0) : table.uint16(2 * $0).map { $0 * 2 }
        }
        let pieces = zip(offsets, offsets.dropFirst()).compactMap { all.slice($0, $1 - $0) }
        guard !pieces.isEmpty, pieces.count == offsets.count - 1 else { return nil }
        outlines = pieces
    }

    /// Both tables with the outlines of `glyphs` and of those that they are put together from.
    func cut(to glyphs: Set<Int>) -> (glyf: [UInt8], loca: [UInt8])? {
        var needed: Set<Int> = []
        var next = Array(glyphs)
        while let glyph = next.popLast() {
            guard outlines.indices.contains(glyph) else { return nil }
            if needed.insert(glyph).inserted { next += parts(of: outlines[glyph]) }
        }
        var (glyf, loca): ([UInt8], [UInt8]) = ([], [])
        func note() { loca += isLong ? BigEndian.bytes(glyf.count) : Array(BigEndian.bytes(glyf.count / 2).suffix(2)) }
        for (glyph, outline) in outlines.enumerated() {
            note()
            if needed.contains(glyph) { glyf += outline + Array(repeating: 0, count: -outline.count & 3) }
        }
        note()
        return (glyf, loca)
    }

    /// The glyphs that an outline refers to: an accented letter to the letter and the accent.
    private func parts(of outline: [UInt8]) -> [Int] {
        let reader = BigEndian(outline)
        guard let contours = reader.uint16(0), contours >= 0x8000 else { return [] }
        var parts: [Int] = []
        var place = 10
        while let flags = reader.uint16(place), let glyph = reader.uint16(place + 2) {
            parts.append(glyph)
            place += flags & 0x1 == 0 ? 6 : 8
            place += flags & 0x8 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0
            if flags & 0x20 == 0 { break }
        }
        return parts
    }
}
