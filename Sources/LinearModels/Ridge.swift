extension LinearModel {
    /// Ridge regression: the model whose Σ(y − ŷ)² + λ Σ coefficient² is least.
    ///
    /// **This λ multiplies the plain sum of squares over all rows**, neither halved nor divided by their number, as in
    /// ESL (equation 3.41) and scikit-learn's `Ridge(alpha=λ)`. To compare: the elastic net with α = 0 and penalty λ′
    /// is this with λ = rows·λ′; a textbook's ½RSS + ½λ‖w‖² is this with the same λ; Keras's mean squared error with
    /// L2(λ′) on the kernel is this with λ = rows·λ′. The intercept is never penalised.
    ///
    /// Solved in closed form by QR of [X; √λ·I], so λᵢ near 0 lose no more accuracy than least squares does.
    ///
    /// - Parameters:
    ///   - x: The features, `[rows, features]`; there may be more of them than rows.
    ///   - y: The targets, `[rows]`.
    ///   - lambda: The penalty, 0 or more; 0 is least squares.
    ///   - standardize: Whether the penalty falls on the coefficients of features with standard deviation 1 (dividing
    ///     by the number of rows). The coefficients returned are for the features as given, either way.
    ///   - fitIntercept: Whether there is an intercept.
    /// - Throws: `LinearModelError` where the data are empty, not finite or of different lengths, λ is negative, or λ
    ///   is 0 and the features are dependent.
    public static func ridge(
        _ x: DesignMatrix, _ y: [Double], lambda: Double, standardize: Bool = false, fitIntercept: Bool = true
    ) throws(LinearModelError) -> LinearModel {
        try Checks.penalty(lambda)
        let problem = try Problem(x, y, intercept: fitIntercept, standardize: standardize)
        return try problem.model(problem.ridge(lambda))
    }

    /// Ridge regression at each of several penalties, in the order given; see `ridge` for what λ is.
    ///
    /// - Throws: as for one penalty, and where there are none.
    public static func ridgePath(
        _ x: DesignMatrix, _ y: [Double], lambdas: [Double], standardize: Bool = false, fitIntercept: Bool = true
    ) throws(LinearModelError) -> RegularizationPath {
        try Checks.penalties(lambdas)
        let problem = try Problem(x, y, intercept: fitIntercept, standardize: standardize)
        var models: [LinearModel] = []
        for lambda in lambdas { models.append(try problem.model(problem.ridge(lambda))) }
        return RegularizationPath(lambdas: lambdas, models: models)
    }

    /// The effective degrees of freedom of ridge regression, Σ d²/(d² + λ) over the singular values d of the centred
    /// features (ESL, equation 3.50): from the number of independent features at λ = 0 down to 0.
    ///
    /// - Throws: `LinearModelError` where the data are empty or not finite, or λ is negative.
    public static func ridgeDegreesOfFreedom(
        _ x: DesignMatrix, lambda: Double, standardize: Bool = false, fitIntercept: Bool = true
    ) throws(LinearModelError) -> Double {
        try Checks.penalty(lambda)
        let zeros = Array(repeating: 0.0, count: x.rows)
        let columns = try Problem(x, zeros, intercept: fitIntercept, standardize: standardize).columns
        let values = try DesignMatrix(x.rows, columns.count) { columns[$1][$0] }.singularValues()
        let negligible = (values.first ?? 0) * Double(max(x.rows, x.columns)) * .ulpOfOne
        return values.reduce(0) { $1 > negligible ? $0 + 1 / (1 + lambda / ($1 * $1)) : $0 }
    }
}

extension Problem {
    /// The coefficients of ridge regression, `[features]`: least squares on [X; √λ·I] and [y; 0].
    func ridge(_ lambda: Double) throws(LinearModelError) -> [Double] {
        guard lambda > 0, !columns.isEmpty else { return try leastSquares() }
        let factors = Problem.augmented(columns, lambda, rows: rows)
        guard factors.rank == columns.count else {
            throw .rankDeficient(
                rank: factors.rank, features: columns.count, dependent: factors.order[factors.rank])
        }
        return factors.solve(targets + Array(repeating: 0, count: columns.count))
    }

    /// QR of [X; √λ·I], `[rows + features, features]`; of X alone where λ is 0.
    static func augmented(_ columns: [[Double]], _ lambda: Double, rows: Int) -> HouseholderQR {
        guard lambda > 0 else { return HouseholderQR(columns, rows: rows) }
        let root = lambda.squareRoot()
        let extended = columns.enumerated().map { index, column in
            column + columns.indices.map { $0 == index ? root : 0 }
        }
        return HouseholderQR(extended, rows: rows + columns.count)
    }
}
