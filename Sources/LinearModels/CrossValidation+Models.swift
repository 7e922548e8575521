extension CrossValidation {
    /// Cross-validates ridge regression; see `LinearModel.ridge` for what λ is.
    ///
    /// Each fold's model is fitted with the same λ on fewer rows. Standardization is measured within each fold's
    /// training rows, so that nothing of the held-out rows leaks.
    ///
    /// - Throws: `LinearModelError` for what a fit or ``RowSplit/folds(rows:folds:seed:)`` refuses.
    public static func ridge(
        _ x: DesignMatrix, _ y: [Double], lambdas: [Double], folds: Int = 10, seed: UInt64, standardize: Bool = false
    ) throws(LinearModelError) -> CrossValidation {
        try Checks.data(x, y)
        let splits = try RowSplit.folds(rows: x.rows, folds: folds, seed: seed)
        return try paths(x, y, lambdas, splits) { x, y throws(LinearModelError) in
            try LinearModel.ridgePath(x, y, lambdas: lambdas, standardize: standardize)
        }
    }

    /// Cross-validates the lasso; see `LinearModel.lasso` for what λ is.
    ///
    /// - Parameter lambdas: The penalties; where nil, those that `LinearModel.lassoPath` chooses for all rows.
    /// - Throws: `LinearModelError` for what a fit or ``RowSplit/folds(rows:folds:seed:)`` refuses.
    public static func lasso(
        _ x: DesignMatrix, _ y: [Double], lambdas: [Double]? = nil, folds: Int = 10, seed: UInt64,
        standardize: Bool = false
    ) throws(LinearModelError) -> CrossValidation {
        try elasticNet(x, y, alpha: 1, lambdas: lambdas, folds: folds, seed: seed, standardize: standardize)
    }

    /// Cross-validates the elastic net at one mixture; see `LinearModel.elasticNet` for what λ and α are.
    ///
    /// - Throws: `LinearModelError` for what a fit or ``RowSplit/folds(rows:folds:seed:)`` refuses.
    public static func elasticNet(
        _ x: DesignMatrix, _ y: [Double], alpha: Double, lambdas: [Double]? = nil, folds: Int = 10, seed: UInt64,
        standardize: Bool = false
    ) throws(LinearModelError) -> CrossValidation {
        try Checks.data(x, y)
        let splits = try RowSplit.folds(rows: x.rows, folds: folds, seed: seed)
        return try elasticNet(x, y, alpha: alpha, lambdas: lambdas, splits: splits, standardize: standardize)
    }

    /// Cross-validates the elastic net on given splits.
    ///
    /// - Throws: `LinearModelError` for what a fit refuses.
    public static func elasticNet(
        _ x: DesignMatrix, _ y: [Double], alpha: Double, lambdas: [Double]? = nil, splits: [RowSplit],
        standardize: Bool = false
    ) throws(LinearModelError) -> CrossValidation {
        let problem = try Problem(x, y, intercept: true, standardize: standardize)
        let chosen: [Double]
        if let lambdas {
            chosen = lambdas
        } else {
            chosen = try CoordinateDescent(problem, alpha: alpha, tolerance: 1e-10).penalties(count: 100, ratio: 1e-3)
        }
        return try paths(x, y, chosen, splits) { x, y throws(LinearModelError) in
            try LinearModel.elasticNetPath(x, y, alpha: alpha, lambdas: chosen, standardize: standardize)
        }
    }

    private static func paths(
        _ x: DesignMatrix, _ y: [Double], _ lambdas: [Double], _ splits: [RowSplit],
        path: (DesignMatrix, [Double]) throws(LinearModelError) -> RegularizationPath
    ) throws(LinearModelError) -> CrossValidation {
        try Checks.penalties(lambdas)
        var errors: [[Double]] = []
        for split in splits {
            for row in split.training + split.heldOut where !y.indices.contains(row) {
                throw .setting(name: "a row of the splits", value: Double(row), allowed: "0 to \(y.count - 1)")
            }
            let fitted = try path(x.selecting(rows: split.training), split.training.map { y[$0] })
            errors.append(
                try fitted.meanSquaredErrors(x.selecting(rows: split.heldOut), split.heldOut.map { y[$0] }))
        }
        return try CrossValidation(parameters: lambdas, foldErrors: errors, splits: splits, simpler: .larger)
    }
}
