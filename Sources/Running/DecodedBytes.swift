/// Bytes as text, what is not UTF-8 replaced, and where in the text places among the bytes are: a replacement may be longer
/// than what it stands for.
struct DecodedBytes {
    var text = ""
    /// The offsets into the text's UTF-8, as many as there were into the bytes.
    private(set) var places: [Int]

    init(_ bytes: [UInt8], cutAt offsets: [Int]) {
        places = Array(repeating: 0, count: offsets.count)
        var start = 0
        for index in offsets.indices.sorted(by: { offsets[$0] < offsets[$1] }) {
            let end = Self.endOfCharacter(min(max(offsets[index], start), bytes.count), in: bytes)
            text += String(decoding: bytes[start..<end], as: UTF8.self)
            places[index] = text.utf8.count
            start = end
        }
        text += String(decoding: bytes[start...], as: UTF8.self)
    }

    /// The first place from `offset` on that is in no character: one that was written in two pieces is not torn apart.
    private static func endOfCharacter(_ offset: Int, in bytes: [UInt8]) -> Int {
        let isContinuation = { (index: Int) in index < bytes.count && bytes[index] & 0xC0 == 0x80 }
        guard isContinuation(offset) else { return offset }
        let start = (max(0, offset - 3)..<offset).last { bytes[$0] & 0xC0 == 0xC0 }
        guard let start, let end = (offset...offset + 3).first(where: { !isContinuation($0) }),
            String(validating: bytes[start..<end], as: UTF8.self) != nil
        else { return offset }
        return end
    }
}
