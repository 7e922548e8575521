extension LinearModel {
    /// The model whose residual sum of squares Σ(y − ŷ)² is least.
    ///
    /// Solved by Householder QR with column pivoting on the columns brought to length 1: the features' units do not
    /// matter, and accuracy is lost in proportion to the condition number, not to its square as by normal equations.
    ///
    /// - Parameters:
    ///   - x: The features, `[rows, features]`. No features at all are allowed: then the mean is the model.
    ///   - y: The targets, `[rows]`.
    ///   - fitIntercept: Whether there is an intercept; without one, the model passes through the origin.
    /// - Throws: `LinearModelError` where the data are empty, not finite or of different lengths, and
    ///   ``LinearModelError/rankDeficient(rank:features:dependent:)`` where more than one model is best.
    public static func leastSquares(
        _ x: DesignMatrix, _ y: [Double], fitIntercept: Bool = true
    ) throws(LinearModelError) -> LinearModel {
        let problem = try Problem(x, y, intercept: fitIntercept, standardize: false)
        return try problem.model(problem.leastSquares())
    }
}

extension Problem {
    /// The coefficients of least squares, `[features]`.
    func leastSquares() throws(LinearModelError) -> [Double] {
        let lengths = columns.map { CenteredColumns.norm($0) }
        if let zero = lengths.firstIndex(of: 0) {
            let rank = HouseholderQR(columns, rows: rows).rank
            throw .rankDeficient(rank: rank, features: columns.count, dependent: zero)
        }
        let unit = zip(columns, lengths).map { column, length in column.map { $0 / length } }
        let factors = HouseholderQR(unit, rows: rows)
        guard factors.rank == columns.count else {
            throw .rankDeficient(
                rank: factors.rank, features: columns.count, dependent: factors.order[factors.rank])
        }
        return zip(factors.solve(targets), lengths).map { $0 / $1 }
    }
}
