/// Numbers as text: the same on every machine, whatever its language.
package enum NumberText {
    /// A number rounded to so many decimals: `fixed(0.885, 2)` is "0.89" and `fixed(-3, 0)` is "−3".
    package static func fixed(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return "–" }
        guard let digits = digits(abs(value), decimals) else { return scientific(value) }
        let isZero = digits.allSatisfy { $0 == 0x30 || $0 == 0x2E }
        return (value < 0 && !isZero ? minus : "") + Letters.text(digits)
    }

    /// The shortest text that reads back as the same number, for files: "0.1", "-3", "1e-07".
    package static func plain(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if value == value.rounded(), abs(value) < 1e15 {
            return (value < 0 ? "-" : "") + String(UInt64(abs(value)))
        }
        return "\(value)"
    }

    /// A number with about as many digits as people can use: four significant ones, fewer where the rest are zero.
    package static func people(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let size = abs(value)
        if value == value.rounded(), size < 1e6 { return fixed(value, 0) }
        guard size >= 1e-4, size < 1e6 else { return scientific(value) }
        let decimals = max(0, 3 - Int(Mathematics.log10(size).rounded(.down)))
        return withoutTrailingZeros(fixed(value, decimals))
    }

    /// A tick's label: fixed decimals, thousands set apart, or a power of ten where that would be long.
    package static func tick(_ value: Double, decimals: Int) -> String {
        guard abs(value) < 1e6, decimals <= 4 else { return scientific(value) }
        let text = fixed(value, decimals)
        return abs(value) >= 10_000 ? grouped(text) : text
    }

    /// A number as digits times a power of ten, "2.5×10⁶", with at most three significant digits.
    package static func scientific(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        guard value != 0 else { return "0" }
        var exponent = Int(Mathematics.log10(abs(value)).rounded(.down))
        var mantissa = (Mathematics.scaled(abs(value), powerOfTen: 2 - exponent)).rounded() / 100
        if mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        let sign = value < 0 ? minus : ""
        let digits = withoutTrailingZeros(fixed(mantissa, 2))
        return sign + (digits == "1" ? "" : digits + "×") + "10" + superscript(exponent)
    }

    private static let minus = "−"
}

extension NumberText {
    /// The ASCII digits of a number that is not negative, or nil where they would be too many.
    package static func digits(_ value: Double, _ decimals: Int) -> [UInt8]? {
        let whole = (value * Mathematics.powerOfTen(decimals)).rounded()
        guard whole < 9e15 else { return nil }
        var rest = UInt64(whole)
        var reversed: [UInt8] = []
        repeat {
            if reversed.count == decimals, decimals > 0 { reversed.append(0x2E) }
            reversed.append(0x30 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0 || reversed.count <= decimals
        return reversed.reversed()
    }

    private static func withoutTrailingZeros(_ text: String) -> String {
        var bytes = Array(text.utf8)
        guard bytes.contains(0x2E) else { return text }
        while bytes.last == 0x30 { bytes.removeLast() }
        if bytes.last == 0x2E { bytes.removeLast() }
        return Letters.text(bytes)
    }

    /// Digits with a comma between each three of those before the point.
    private static func grouped(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var place = (bytes.firstIndex(of: 0x2E) ?? bytes.count) - 3
        while place > 0, (0x30...0x39).contains(bytes[place - 1]) {
            bytes.insert(0x2C, at: place)
            place -= 3
        }
        return Letters.text(bytes)
    }

    private static func superscript(_ value: Int) -> String {
        let digits: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        var text = value < 0 ? "⁻" : ""
        for byte in String(abs(value)).utf8 { text.unicodeScalars.append(digits[Int(byte - 0x30)]) }
        return text
    }
}
