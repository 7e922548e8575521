/// Brings each feature to mean 0 and standard deviation 1, as measured on the rows that it was fitted on.
///
///     let scale = try Standardizer(fitting: train, degreesOfFreedom: 1)
///     let model = try LinearModel.ridge(scale.apply(train), y, lambda: 1)
///     let predictions = try model.predict(scale.apply(test))     // by the training rows' mean and deviation
///
/// A feature that never changes is only centred, so that nothing is divided by 0.
public struct Standardizer: Sendable, Equatable {
    /// Each feature's mean, `[features]`.
    public let means: [Double]
    /// What each feature is divided by, `[features]`.
    public let deviations: [Double]

    /// Measures each feature of `x` `[rows, features]`.
    ///
    /// - Parameter degreesOfFreedom: What is taken from the number of rows before dividing by it: 0, the population's
    ///   deviation that scikit-learn and glmnet use, or 1, the sample's that ESL and R's `scale` use.
    /// - Throws: `LinearModelError` where `x` is empty, not finite, or has no more rows than `degreesOfFreedom`.
    public init(fitting x: DesignMatrix, degreesOfFreedom: Int = 0) throws(LinearModelError) {
        guard x.rows > 0 else { throw .empty(argument: "x") }
        try Checks.finite(x)
        guard degreesOfFreedom == 0 || degreesOfFreedom == 1 else {
            throw .setting(name: "degreesOfFreedom", value: Double(degreesOfFreedom), allowed: "0 or 1")
        }
        guard x.rows > degreesOfFreedom else {
            throw .tooFewRows(rows: x.rows, needed: 2, purpose: "a sample's standard deviation")
        }
        let columns = CenteredColumns(x, centering: true)
        means = columns.means
        deviations = columns.norms.map { norm in
            norm == 0 ? 1 : norm / Double(x.rows - degreesOfFreedom).squareRoot()
        }
        for deviation in deviations where !deviation.isFinite { throw .overflow }
    }

    /// `(x − mean) / deviation`, `[rows, features]`.
    ///
    /// - Throws: ``LinearModelError/features(count:expected:)`` where `x` has another number of columns.
    public func apply(_ x: DesignMatrix) throws(LinearModelError) -> DesignMatrix {
        guard x.columns == means.count else { throw .features(count: x.columns, expected: means.count) }
        return DesignMatrix(x.rows, x.columns) { (x[$0, $1] - means[$1]) / deviations[$1] }
    }

    /// The same model as one of standardized features, put in terms of the features as they were.
    ///
    /// - Throws: ``LinearModelError/features(count:expected:)`` where the model has another number of features.
    public func unscaled(_ model: LinearModel) throws(LinearModelError) -> LinearModel {
        guard model.coefficients.count == means.count else {
            throw .features(count: means.count, expected: model.coefficients.count)
        }
        let coefficients = zip(model.coefficients, deviations).map { $0 / $1 }
        let shift = zip(coefficients, means).reduce(0) { $0 + $1.0 * $1.1 }
        return LinearModel(intercept: model.intercept - shift, coefficients: coefficients)
    }
}
