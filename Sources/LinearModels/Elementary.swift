/// `exp` and `log` without a C library, so that the models also compile for places that have none.
package enum Elementary {
    private static let ln2High = 0x1.62e42feep-1
    private static let ln2Low = 0x1.a39ef35793c76p-33

    /// eˣ, to about one unit in the last place.
    ///
    /// x = k·ln 2 + r with |r| ≤ ½ ln 2, and eʳ from its series, whose 14th term is below 2⁻⁵⁸.
    package static func exp(_ x: Double) -> Double {
        if x.isNaN { return x }
        if x > 709.782712893384 { return .infinity }
        if x < -745.2 { return 0 }
        let k = (x / (ln2High + ln2Low)).rounded(.toNearestOrEven)
        let r = (x - k * ln2High) - k * ln2Low
        var term = 1.0
        for n in stride(from: 14.0, through: 1, by: -1) { term = 1 + r / n * term }
        // In two steps, since 2ᵏ alone may be above the largest or below the smallest number.
        let half = (k / 2).rounded(.towardZero)
        return term * powerOfTwo(half) * powerOfTwo(k - half)
    }

    /// The natural logarithm, to about one unit in the last place; −∞ at 0, NaN below it.
    ///
    /// x = 2ᵏ·m with m in [√½, √2), and log m = 2 atanh((m − 1)/(m + 1)).
    package static func log(_ x: Double) -> Double {
        if x.isNaN || x == .infinity { return x }
        if x < 0 { return .nan }
        if x == 0 { return -.infinity }
        var k = Double(x.exponent)
        var m = x.significand
        if m > 1.4142135623730951 {
            m /= 2
            k += 1
        }
        let s = (m - 1) / (m + 1)
        let square = s * s
        var series = 0.0
        for n in stride(from: 25.0, through: 3, by: -2) { series = (series + 1 / n) * square }
        return k * ln2High + (2 * s + (2 * s * series + k * ln2Low))
    }

    private static func powerOfTwo(_ k: Double) -> Double {
        Double(sign: .plus, exponent: Int(k), significand: 1)
    }
}
