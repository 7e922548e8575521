#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension BinaryFloatingPoint {
    /// The number with so many digits behind the point: `0.8829.fixed(3)` is "0.883".
    public func fixed(_ digits: Int) -> String {
        let value = Double(self)
        guard value.isFinite else { return "\(value)" }
        // The longest finite number has 309 digits before its point.
        let digits = min(max(digits, 0), 64)
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
            _ = withVaList([Int32(digits), value]) { vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0) }
            return String(cString: buffer.baseAddress!)
        }
    }

    /// The number as a percentage: `0.8829.percent()` is "88.3%".
    public func percent(_ digits: Int = 1) -> String {
        (self * 100).fixed(digits) + "%"
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
