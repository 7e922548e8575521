/// A few numbers and how far they spread: mean, standard deviation, and the mean's 95% interval.
public struct Spread: Equatable, Sendable {
    /// The numbers.
    public let values: [Double]
    /// Their mean; NaN where there are none.
    public let mean: Double
    /// Their standard deviation, with n − 1; 0 for a single number.
    public let standardDeviation: Double
    /// Half the width of the 95% interval of the mean: t · s / √n, with Student's t of n − 1 degrees of freedom. Infinite for
    /// a single number, which says nothing about its spread.
    public let margin: Double

    /// The spread of some numbers.
    public init(_ values: [Double]) {
        self.values = values
        let count = Double(values.count), mean = values.reduce(0, +) / count
        self.mean = mean
        guard values.count > 1 else {
            standardDeviation = 0
            margin = .infinity
            return
        }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = (squares / (count - 1)).squareRoot()
        margin = studentQuantile(values.count - 1) * standardDeviation / count.squareRoot()
    }

    /// The 95% interval of the mean.
    public var interval: ClosedRange<Double> {
        mean.isNaN || margin.isNaN ? -.infinity ... .infinity : mean - margin...mean + margin
    }
}

extension Spread: CustomStringConvertible {
    /// Mean and margin: `0.8712 ± 0.0021`.
    public var description: String { "\(rounded(mean)) ± \(rounded(margin))" }

    private func rounded(_ value: Double) -> Double {
        value.magnitude < 1e11 ? (value * 10_000).rounded() / 10_000 : value
    }
}

/// Student's t at 0.975: to 30 degrees of freedom from the table, beyond by Cornish and Fisher's expansion.
private func studentQuantile(_ freedom: Int) -> Double {
    let table = [
        12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448,
        2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484,
        2.0452, 2.0423,
    ]
    if freedom <= table.count { return table[freedom - 1] }
    let z = 1.959964, d = Double(freedom)
    return z + (z * z * z + z) / (4 * d) + (5 * z * z * z * z * z + 16 * z * z * z + 3 * z) / (96 * d * d)
}
