import CZlib

/// A font packed for browsers (WOFF 1.0): each table for itself, by zlib.
package enum WOFF {
    package static func packed(_ font: TrueTypeFont) -> [UInt8] {
        let tables = font.tables.map { (tag: $0.tag, bytes: $0.bytes, packed: deflated($0.bytes)) }
        let headerCount = 44 + 20 * tables.count
        var (directory, data): ([UInt8], [UInt8]) = ([], [])
        for table in tables {
            let numbers = [headerCount + data.count, table.packed.count, table.bytes.count, checksum(table.bytes)]
            directory += Array(table.tag.utf8) + numbers.flatMap(BigEndian.bytes)
            data += table.packed + padding(of: table.packed)
        }
        let unpacked = 12 + tables.reduce(0) { $0 + 16 + $1.bytes.count + padding(of: $1.bytes).count }
        let sizes = [headerCount + data.count, tables.count << 16, unpacked]
        let header = Array("wOFF".utf8) + [0, 1, 0, 0] + sizes.flatMap(BigEndian.bytes)
        // The font's own version, and no further data.
        return header + [0, 1, 0, 0] + Array(repeating: 0, count: 20) + directory + data
    }

    /// The table packed, or itself where that is no smaller.
    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(count))
        let status = compress2(&packed, &count, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
        return status == Z_OK && count < bytes.count ? Array(packed.prefix(Int(count))) : bytes
    }

    private static func padding(of bytes: [UInt8]) -> [UInt8] {
        Array(repeating: 0, count: -bytes.count & 3)
    }

    /// The sum of a table's numbers of four bytes.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        let reader = BigEndian(bytes + padding(of: bytes))
        return stride(from: 0, to: bytes.count, by: 4).reduce(0) { ($0 + (reader.uint32($1) ?? 0)) & 0xFFFF_FFFF }
    }
}
