/// An IDX file of bytes: the magic number, the extents and the values.
func idx(_ shape: [Int], _ values: [UInt8], magic: UInt32? = nil) -> [UInt8] {
    let words: [UInt32] = [magic ?? 0x0800 + UInt32(shape.count)] + shape.map { UInt32($0) }
    return words.flatMap(bigEndian) + values
}

/// A gzip member (RFC 1952) that holds the bytes as they are, in stored blocks, and so owes nothing to zlib.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    let starts = Array(stride(from: 0, to: max(bytes.count, 1), by: 0xFFFF))
    let blocks = starts.flatMap { start -> [UInt8] in
        let block = bytes[start...].prefix(0xFFFF)
        let length = UInt16(block.count)
        let isLast: UInt8 = start == starts.last ? 1 : 0
        return [isLast] + littleEndian(length) + littleEndian(~length) + block
    }
    return header + blocks + littleEndian(crc32(bytes)) + littleEndian(UInt32(bytes.count))
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
        (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.bigEndian, Array.init)
}

private func littleEndian<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian, Array.init)
}
