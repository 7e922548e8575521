/// How a model changes with its penalty: one model for each λ.
///
///     let path = try LinearModel.lassoPath(x, y)
///     path.lambdas                          // decreasing
///     path.coefficients[10]                 // all features at the eleventh λ
///     path.coefficients(ofFeature: 2)       // one feature at all λ: a line of the chart
public struct RegularizationPath: Sendable, Equatable {
    /// The penalties, in the order in which the path was asked for.
    public let lambdas: [Double]
    /// The model at each of ``lambdas``.
    public let models: [LinearModel]

    /// The coefficients, `[λ][feature]`.
    public var coefficients: [[Double]] { models.map { $0.coefficients } }

    /// The intercepts, `[λ]`.
    public var intercepts: [Double] { models.map { $0.intercept } }

    /// How many coefficients are not exactly 0, `[λ]`.
    public var nonzeroCounts: [Int] { models.map { $0.nonzeroCount } }

    /// One feature's coefficient at every penalty, `[λ]`. The feature, counted from 0, must be one of the model's.
    public func coefficients(ofFeature feature: Int) -> [Double] {
        models.map { $0.coefficients[feature] }
    }

    /// The mean squared error of each model on data, `[λ]`.
    ///
    /// - Throws: as ``LinearModel/meanSquaredError(_:_:)``.
    public func meanSquaredErrors(_ x: DesignMatrix, _ y: [Double]) throws(LinearModelError) -> [Double] {
        var errors: [Double] = []
        for model in models { errors.append(try model.meanSquaredError(x, y).mean) }
        return errors
    }
}
