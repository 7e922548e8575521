extension BinaryFloatingPoint {
    /// The number with so many digits behind the point: `0.8829.fixed(3)` is "0.883".
    public func fixed(_ digits: Int) -> String {
        ExactDecimal.fixed(Double(self), digits)
    }

    /// The number as a percentage: `0.8829.percent()` is "88.3%".
    public func percent(_ digits: Int = 1) -> String {
        ExactDecimal.percentage(Double(self * 100), digits)
    }
}

// Most numbers are of this type. With what is generic, a live cell compiles all that is generic about numbers.
extension Double {
    /// The number with so many digits behind the point: `0.8829.fixed(3)` is "0.883".
    public func fixed(_ digits: Int) -> String {
        ExactDecimal.fixed(self, digits)
    }

    /// The number as a percentage: `0.8829.percent()` is "88.3%".
    public func percent(_ digits: Int = 1) -> String {
        ExactDecimal.percentage(self * 100, digits)
    }
}

// What the numbers of all types come down to, which a live cell finds compiled.
extension ExactDecimal {
    fileprivate static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "\(value)" }
        let digits = min(max(digits, 0), 64)
        return (value.sign == .minus ? "-" : "") + ExactDecimal(value.magnitude, digits: digits).text
    }

    fileprivate static func percentage(_ value: Double, _ digits: Int) -> String {
        fixed(value, digits) + "%"
    }
}

extension BinaryInteger {
    /// The number with a comma between its thousands: `60000.grouped` is "60,000".
    public var grouped: String {
        let digits = String(magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            digits.prefix(end).suffix(min(3, end))
        }
        return (self < 0 ? "−" : "") + groups.reversed().joined(separator: ",")
    }
}
