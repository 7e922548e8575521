extension LinearModel {
    /// The lasso: the model whose Σ(y − ŷ)²/(2·rows) + λ Σ|coefficient| is least. Many of its coefficients are
    /// exactly 0.
    ///
    /// **This λ is set against half the mean of the squares**, as in glmnet and scikit-learn's `Lasso(alpha=λ)`. ESL's
    /// ½RSS + λ‖w‖₁ is this with λ/rows. The intercept is never penalised. From the first λ of `lassoPath` upwards, all
    /// coefficients are 0.
    ///
    /// - Parameters:
    ///   - x: The features, `[rows, features]`; there may be more of them than rows.
    ///   - y: The targets, `[rows]`.
    ///   - lambda: The penalty, 0 or more; 0 is least squares.
    ///   - standardize: Whether the penalty falls on the coefficients of features with standard deviation 1 (dividing
    ///     by the number of rows). The coefficients returned are for the features as given, either way.
    ///   - fitIntercept: Whether there is an intercept.
    ///   - tolerance: The duality gap at which the search ends, as a part of the objective without any features: the
    ///     objective found is at most that far above the least one.
    /// - Throws: `LinearModelError` where the data are empty, not finite or of different lengths, a setting lies
    ///   outside its range, or the search does not converge.
    public static func lasso(
        _ x: DesignMatrix, _ y: [Double], lambda: Double, standardize: Bool = false, fitIntercept: Bool = true,
        tolerance: Double = 1e-10
    ) throws(LinearModelError) -> LinearModel {
        try elasticNet(
            x, y, lambda: lambda, alpha: 1, standardize: standardize, fitIntercept: fitIntercept, tolerance: tolerance)
    }

    /// The elastic net: the model whose Σ(y − ŷ)²/(2·rows) + λ(α Σ|coefficient| + ½(1 − α) Σ coefficient²) is least.
    ///
    /// **λ and α are glmnet's**; in scikit-learn's `ElasticNet` they are called `alpha` and `l1_ratio`. α = 1 is the
    /// lasso; α = 0 is ridge, with rows·λ for `ridge`'s λ. The intercept is never penalised. Parameters are as for
    /// `lasso`.
    ///
    /// - Parameter alpha: The mixture, 0...1.
    /// - Throws: as for the lasso.
    public static func elasticNet(
        _ x: DesignMatrix, _ y: [Double], lambda: Double, alpha: Double, standardize: Bool = false,
        fitIntercept: Bool = true, tolerance: Double = 1e-10
    ) throws(LinearModelError) -> LinearModel {
        try Checks.penalty(lambda)
        let problem = try Problem(x, y, intercept: fitIntercept, standardize: standardize)
        var descent = try CoordinateDescent(problem, alpha: alpha, tolerance: tolerance)
        return try problem.model(descent.minimum(lambda))
    }

    /// The lasso at each of a row of penalties; see `lasso` for what λ is.
    ///
    /// - Parameters:
    ///   - lambdas: The penalties, in the order wanted. Where nil, `count` of them in equal ratios, from the smallest
    ///     at which all coefficients are 0 down to `ratio` times it.
    ///   - count: How many penalties to choose, 1 or more, where `lambdas` is nil.
    ///   - ratio: The last penalty as a part of the first, where `lambdas` is nil.
    /// - Throws: as for one penalty; where `lambdas` is empty; where no feature is correlated with the targets, so that
    ///   there is no first penalty to choose.
    public static func lassoPath(
        _ x: DesignMatrix, _ y: [Double], lambdas: [Double]? = nil, count: Int = 100, ratio: Double = 1e-3,
        standardize: Bool = false, fitIntercept: Bool = true, tolerance: Double = 1e-10
    ) throws(LinearModelError) -> RegularizationPath {
        try elasticNetPath(
            x, y, alpha: 1, lambdas: lambdas, count: count, ratio: ratio, standardize: standardize,
            fitIntercept: fitIntercept, tolerance: tolerance)
    }

    /// The elastic net at each of a row of penalties, each search starting from the result before it.
    ///
    /// λ and α are those of `elasticNet`; the other parameters are those of `lassoPath`.
    ///
    /// - Throws: as for the lasso's path; where `alpha` is 0 and `lambdas` is nil, since then no penalty makes all
    ///   coefficients 0.
    public static func elasticNetPath(
        _ x: DesignMatrix, _ y: [Double], alpha: Double, lambdas: [Double]? = nil, count: Int = 100,
        ratio: Double = 1e-3,
        standardize: Bool = false, fitIntercept: Bool = true, tolerance: Double = 1e-10
    ) throws(LinearModelError) -> RegularizationPath {
        let problem = try Problem(x, y, intercept: fitIntercept, standardize: standardize)
        var descent = try CoordinateDescent(problem, alpha: alpha, tolerance: tolerance)
        var chosen: [Double]
        if let lambdas {
            chosen = lambdas
        } else {
            chosen = try descent.penalties(count: count, ratio: ratio)
        }
        try Checks.penalties(chosen)
        var models: [LinearModel] = []
        for lambda in chosen { models.append(try problem.model(descent.minimum(lambda))) }
        return RegularizationPath(lambdas: chosen, models: models)
    }

    /// sign(value)·max(|value| − threshold, 0): what an L1 penalty of that size does to a lone coefficient.
    ///
    /// The lasso's whole answer where the features are orthogonal (ESL, table 3.4).
    public static func softThreshold(_ value: Double, by threshold: Double) -> Double {
        value.magnitude <= threshold ? 0 : value > 0 ? value - threshold : value + threshold
    }
}
