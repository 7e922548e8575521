/// ŷ = intercept + Σ coefficientⱼ·xⱼ: what least squares, ridge, the lasso and the elastic net each arrive at.
///
///     let model = try LinearModel.ridge(x, y, lambda: 3)
///     model.coefficients                       // one for each feature
///     try model.predict(test)                  // one for each row
public struct LinearModel: Sendable, Equatable {
    /// The prediction where all features are 0; 0 where none was fitted.
    public let intercept: Double
    /// What one more unit of each feature adds to the prediction, `[features]`.
    public let coefficients: [Double]

    /// A model of known coefficients, such as the one that made the data.
    public init(intercept: Double, coefficients: [Double]) {
        self.intercept = intercept
        self.coefficients = coefficients
    }

    /// The prediction for each row of `x` `[rows, features]`.
    ///
    /// - Throws: ``LinearModelError/features(count:expected:)`` where `x` has another number of columns;
    ///   ``LinearModelError/notFinite(argument:row:column:)``.
    public func predict(_ x: DesignMatrix) throws(LinearModelError) -> [Double] {
        try Checks.finite(x)
        guard x.columns == coefficients.count else {
            throw .features(count: x.columns, expected: coefficients.count)
        }
        return try x.times(coefficients).map { intercept + $0 }
    }

    /// The prediction for one row of features.
    ///
    /// - Throws: ``LinearModelError/features(count:expected:)`` where their number is another;
    ///   ``LinearModelError/notFinite(argument:row:column:)``.
    public func predict(_ features: [Double]) throws(LinearModelError) -> Double {
        try Checks.finite(features, "features")
        guard features.count == coefficients.count else {
            throw .features(count: features.count, expected: coefficients.count)
        }
        return zip(features, coefficients).reduce(intercept) { $0 + $1.0 * $1.1 }
    }

    /// The mean of (y − ŷ)² over rows, with the standard error of that mean.
    ///
    /// - Throws: `LinearModelError` where `x` and `y` are empty, not finite, or do not fit each other or the model.
    public func meanSquaredError(_ x: DesignMatrix, _ y: [Double]) throws(LinearModelError) -> Estimate {
        try Checks.data(x, y)
        let predictions = try predict(x)
        return Estimate(unchecked: zip(y, predictions).map { ($0 - $1) * ($0 - $1) })
    }

    /// Σ|coefficient|, the lasso's penalty.
    public var l1Norm: Double {
        coefficients.reduce(0) { $0 + $1.magnitude }
    }

    /// √Σ coefficient², whose square is ridge's penalty.
    public var l2Norm: Double {
        CenteredColumns.norm(coefficients)
    }

    /// How many coefficients are not exactly 0.
    public var nonzeroCount: Int {
        coefficients.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
    }
}
