/// The powers of features: x, x², …, and of several features all their products up to a degree. No constant feature:
/// a model's intercept is that.
///
///     let powers = try PolynomialFeatures(degree: 9, mapping: 0...1)
///     let model = try LinearModel.leastSquares(powers.apply(xs), ys)
///
/// Powers of one variable are nearly dependent. For 20 evenly spaced values of 0...1 at degree 9, the condition number
/// (``DesignMatrix/conditionNumber()``) of the centred powers, each brought to length 1, is 2·10⁶; mapped to −1...1
/// first, it is 9·10². Least squares by QR loses that many digits of sixteen. Mapping changes the coefficients but not
/// what least squares predicts; under a penalty it changes both, since the penalty then falls on other coefficients.
public struct PolynomialFeatures: Sendable, Equatable {
    /// The highest power, and the highest sum of powers in a product.
    public let degree: Int
    /// The interval that is brought to −1...1 before any power is taken; nil where values are taken as they are.
    public let interval: ClosedRange<Double>?

    /// Powers up to a degree.
    ///
    /// - Parameters:
    ///   - degree: 0 or more; 0 makes no features at all.
    ///   - interval: An interval, usually that of the data, to bring to −1...1 first.
    /// - Throws: ``LinearModelError/setting(name:value:allowed:)`` for a negative degree or an interval of one point.
    public init(degree: Int, mapping interval: ClosedRange<Double>? = nil) throws(LinearModelError) {
        try Checks.count(degree, "degree", atLeast: 0)
        if let interval {
            let width = interval.upperBound - interval.lowerBound
            guard width > 0, width.isFinite else {
                throw .setting(name: "the interval's width", value: width, allowed: "above 0, and finite")
            }
        }
        self.degree = degree
        self.interval = interval
    }

    /// x, x², …, xᵈ of each value: `[x.count, degree]`.
    ///
    /// - Throws: `LinearModelError` where a value is not finite or a power is too large.
    public func apply(_ x: [Double]) throws(LinearModelError) -> DesignMatrix {
        try apply(DesignMatrix(column: x))
    }

    /// All products of features whose powers sum to 1...degree, in the order of ``powers(of:)``.
    ///
    /// - Parameter x: `[rows, features]`.
    /// - Returns: `[rows, (features + degree)! / (features!·degree!) − 1]`.
    /// - Throws: `LinearModelError` where a value is not finite or a power is too large.
    public func apply(_ x: DesignMatrix) throws(LinearModelError) -> DesignMatrix {
        try Checks.finite(x)
        let powers = powers(of: x.columns)
        let result = DesignMatrix(x.rows, powers.count) { row, term in
            var product = 1.0
            for (feature, power) in powers[term].enumerated() {
                for _ in 0..<power { product *= mapped(x[row, feature]) }
            }
            return product
        }
        for value in result.elements where !value.isFinite { throw .overflow }
        return result
    }

    /// The power of each feature in each column that `apply` makes, `[column][feature]`: by degree, and within
    /// one degree the first feature's higher powers first (for two features and degree 2: a, b, a², ab, b²).
    public func powers(of features: Int) -> [[Int]] {
        guard features > 0, degree > 0 else { return [] }
        return (1...degree).flatMap { PolynomialFeatures.compositions(of: $0, into: features) }
    }
}

extension PolynomialFeatures {
    private func mapped(_ value: Double) -> Double {
        guard let interval else { return value }
        return 2 * (value - interval.lowerBound) / (interval.upperBound - interval.lowerBound) - 1
    }

    private static func compositions(of total: Int, into parts: Int) -> [[Int]] {
        if parts == 1 { return [[total]] }
        return (0...total).reversed().flatMap { first in
            compositions(of: total - first, into: parts - 1).map { [first] + $0 }
        }
    }
}
