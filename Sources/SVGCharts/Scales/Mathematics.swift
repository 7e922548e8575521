/// The few functions that scales need and that Swift has only with a C library.
package enum Mathematics {
    /// The natural logarithm of a positive number, to about 1e-15 relative.
    ///
    /// The number is split into 2ᵉ·m with m in [√½, √2); then ln m = 2·artanh((m−1)/(m+1)) by its series.
    package static func ln(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x < 0 ? .nan : x }
        var exponent = Double(x.exponent)
        var mantissa = x.significand
        if mantissa > 1.4142135623730951 {
            mantissa /= 2
            exponent += 1
        }
        let z = (mantissa - 1) / (mantissa + 1)
        let square = z * z
        var sum = 0.0
        for k in stride(from: 25, through: 1, by: -2) { sum = sum * square + 1 / Double(k) }
        return exponent * 0.6931471805599453 + 2 * z * sum
    }

    /// The exponential, to about 1e-14 relative.
    package static func exp(_ x: Double) -> Double {
        guard x < 709, x > -745 else { return x.isNaN ? x : x > 0 ? .infinity : 0 }
        let shift = (x / 0.6931471805599453).rounded()
        let rest = x - shift * 0.6931471805599453
        var sum = 1.0
        for k in stride(from: 18, through: 1, by: -1) { sum = 1 + sum * rest / Double(k) }
        return sum * Double(sign: .plus, exponent: Int(shift), significand: 1)
    }

    /// The logarithm to base ten; exact at whole powers of ten.
    package static func log10(_ x: Double) -> Double {
        let value = ln(x) / 2.302585092994046
        let whole = value.rounded()
        return value.isFinite && abs(value - whole) < 1e-9 && powerOfTen(Int(whole)) == x ? whole : value
    }

    /// A whole power of ten.
    package static func powerOfTen(_ exponent: Int) -> Double {
        var result = 1.0, base = 10.0, rest = abs(exponent)
        while rest > 0 {
            if rest % 2 == 1 { result *= base }
            base *= base
            rest /= 2
        }
        return exponent < 0 ? 1 / result : result
    }

    /// A whole number times a power of ten, correctly rounded for the sizes that axes have.
    package static func scaled(_ mantissa: Double, powerOfTen exponent: Int) -> Double {
        exponent < 0 ? mantissa / powerOfTen(-exponent) : mantissa * powerOfTen(exponent)
    }
}
