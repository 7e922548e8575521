extension LinearModel {
    /// Gradient descent on Σ(y − ŷ)²/(2·rows) from coefficients 0: the model after each step, for comparing early
    /// stopping with ridge.
    ///
    /// The features are centred first, so the intercept is the best one from the start and only coefficients descend.
    /// After t steps of rate η, the fit has come the part 1 − (1 − η·d²/rows)ᵗ along the principal direction of
    /// singular value d, where ridge comes d²/(d² + λ) (Goodfellow et al., *Deep Learning*, equations 7.43–7.45).
    /// Descent converges where η < 2·rows/d₁².
    ///
    /// - Parameters:
    ///   - x: The features, `[rows, features]`.
    ///   - y: The targets, `[rows]`.
    ///   - learningRate: η, above 0.
    ///   - steps: How many steps to take, 1 or more.
    ///   - standardize: Whether descent works on features of standard deviation 1 (dividing by the number of rows), where
    ///     one rate suits all. The coefficients returned are for the features as given, either way.
    /// - Returns: The models after 0, 1, …, `steps` steps.
    /// - Throws: `LinearModelError` where the data are empty, not finite or of different lengths, a setting lies
    ///   outside its range, or the rate is so large that the coefficients overflow.
    public static func gradientDescentPath(
        _ x: DesignMatrix, _ y: [Double], learningRate: Double, steps: Int, standardize: Bool = false
    ) throws(LinearModelError) -> DescentPath {
        guard learningRate > 0, learningRate.isFinite else {
            throw .setting(name: "learningRate", value: learningRate, allowed: "above 0, and finite")
        }
        try Checks.count(steps, "steps", atLeast: 1)
        let problem = try Problem(x, y, intercept: true, standardize: standardize)
        var w = Array(repeating: 0.0, count: x.columns)
        var models = [try problem.model(w)]
        for _ in 0..<steps {
            let residual = problem.residual(w)
            for j in w.indices {
                w[j] += learningRate / Double(x.rows) * CoordinateDescent.dot(problem.columns[j], residual)
            }
            models.append(try problem.model(w))
        }
        return DescentPath(models: models)
    }
}

/// How a model changes with the number of gradient steps.
public struct DescentPath: Sendable, Equatable {
    /// The models after 0, 1, 2, … steps.
    public let models: [LinearModel]

    /// The coefficients, `[step][feature]`, those before the first step included.
    public var coefficients: [[Double]] { models.map { $0.coefficients } }

    /// One feature's coefficient after every step, `[step]`. The feature, counted from 0, must be one of the model's.
    public func coefficients(ofFeature feature: Int) -> [Double] {
        models.map { $0.coefficients[feature] }
    }
}
