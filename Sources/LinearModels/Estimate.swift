/// A mean that was measured, with its standard error.
public struct Estimate: Sendable, Equatable {
    /// The mean of what was measured.
    public let mean: Double
    /// The standard deviation of ``mean`` itself; 0 where only one value was measured.
    public let standardError: Double

    /// An estimate of a mean and its standard error, both known.
    public init(mean: Double, standardError: Double) {
        self.mean = mean
        self.standardError = standardError
    }

    /// The mean of independent values, with standard error s/√n, where s² divides by n − 1.
    ///
    /// - Throws: ``LinearModelError/empty(argument:)``.
    public init(of values: [Double]) throws(LinearModelError) {
        guard !values.isEmpty else { throw .empty(argument: "values") }
        self.init(unchecked: values)
    }

    /// The interval that holds the true mean in 95% of repetitions: mean ± 1.96 standard errors.
    public var interval: ClosedRange<Double> {
        mean - 1.96 * standardError...mean + 1.96 * standardError
    }

    init(unchecked values: [Double]) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        self.init(mean: mean, standardError: count > 1 ? (squares / (count - 1) / count).squareRoot() : 0)
    }
}
