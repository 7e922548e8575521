/// A number's decimal digits, rounded from its exact binary value to the nearest, and to an even digit from halfway, as
/// the C library's `%.*f` does. It is here because the browser has no C library's.
struct ExactDecimal {
    /// Without a sign: "0.883".
    let text: String

    /// - Parameters:
    ///   - value: finite and not negative.
    ///   - digits: how many behind the point.
    init(_ value: Double, digits: Int) {
        // value = significand × 2^exponent
        let exponent = max(Int(value.exponentBitPattern), 1) - 1075
        let hidden: UInt64 = value.exponentBitPattern == 0 ? 0 : 1 << 52
        var whole = Natural(value.significandBitPattern | hidden)
        for _ in 0..<digits { whole.multiply(by: 10) }
        if exponent >= 0 { whole.shiftLeft(exponent) } else { whole.shiftRight(-exponent) }
        var decimal = whole.decimalDigits
        while decimal.count <= digits { decimal.insert(0x30, at: 0) }
        if digits > 0 { decimal.insert(0x2E, at: decimal.count - digits) }
        text = String(decoding: decimal, as: UTF8.self)
    }
}

/// A whole number of any size.
private struct Natural {
    /// The least significant first.
    var words: [UInt32]

    init(_ value: UInt64) {
        words = [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)]
    }

    mutating func multiply(by factor: UInt32) {
        var carry: UInt64 = 0
        for index in words.indices {
            carry += UInt64(words[index]) * UInt64(factor)
            words[index] = UInt32(truncatingIfNeeded: carry)
            carry >>= 32
        }
        if carry > 0 { words.append(UInt32(carry)) }
    }

    mutating func shiftLeft(_ bits: Int) {
        words.insert(contentsOf: Array(repeating: 0, count: bits / 32), at: 0)
        multiply(by: 1 << UInt32(bits % 32))
    }

    /// Divides by 2^bits and rounds to the nearest, from halfway to the even one.
    mutating func shiftRight(_ bits: Int) {
        let half = bit(bits - 1)
        var isAboveHalf = false
        for place in 0..<(bits - 1) where bit(place) { isAboveHalf = true }
        let last = bit(bits)
        words.removeFirst(min(bits / 32, words.count))
        for index in words.indices where bits % 32 > 0 {
            let above = index + 1 < words.count ? words[index + 1] << UInt32(32 - bits % 32) : 0
            words[index] = words[index] >> UInt32(bits % 32) | above
        }
        guard half, isAboveHalf || last else { return }
        for index in words.indices {
            words[index] &+= 1
            if words[index] != 0 { return }
        }
        words.append(1)
    }

    private func bit(_ place: Int) -> Bool {
        place / 32 < words.count && words[place / 32] >> UInt32(place % 32) & 1 == 1
    }

    /// The number as ASCII, without leading zeros; nothing for 0.
    var decimalDigits: [UInt8] {
        var rest = words
        var reversed: [UInt8] = []
        while let last = rest.last {
            guard last != 0 else {
                rest.removeLast()
                continue
            }
            var remainder: UInt64 = 0
            for index in rest.indices.reversed() {
                let dividend = remainder << 32 | UInt64(rest[index])
                rest[index] = UInt32(dividend / 10)
                remainder = dividend % 10
            }
            reversed.append(0x30 + UInt8(remainder))
        }
        return reversed.reversed()
    }
}
