/// The text encoding of JavaScript engines in C: each UTF-16 unit for itself as one to three bytes, so that a character
/// beyond U+FFFF takes six.
package enum CESU8 {
    package static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for unit in text.utf16 {
            switch unit {
            case 0..<0x80: bytes.append(UInt8(unit))
            case 0x80..<0x800: bytes += [0xC0 | UInt8(unit >> 6), continuation(unit)]
            default: bytes += [0xE0 | UInt8(unit >> 12), continuation(unit >> 6), continuation(unit)]
            }
        }
        return bytes
    }

    /// The text of `bytes`. Half of a surrogate pair is shown as U+FFFD.
    package static func string(_ bytes: some Collection<UInt8>) -> String {
        var units: [UInt16] = []
        for byte in bytes {
            if byte & 0xC0 == 0x80, let last = units.popLast() {
                units.append(last << 6 | UInt16(byte & 0x3F))
            } else {
                units.append(UInt16(byte < 0xC0 ? byte : byte < 0xE0 ? byte & 0x1F : byte & 0x0F))
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func continuation(_ bits: UInt16) -> UInt8 { 0x80 | UInt8(bits & 0x3F) }
}
