/// The data of a fit, prepared: checked, centred where there is an intercept, scaled where that was asked for.
struct Problem {
    /// The features, `[features][rows]`.
    let columns: [[Double]]
    /// The targets, `[rows]`.
    let targets: [Double]
    private let means: [Double]
    private let scales: [Double]
    private let targetMean: Double

    init(_ x: DesignMatrix, _ y: [Double], intercept: Bool, standardize: Bool) throws(LinearModelError) {
        try Checks.data(x, y)
        let centred = CenteredColumns(x, centering: intercept)
        let rootOfRows = Double(x.rows).squareRoot()
        let deviations = intercept ? centred.norms : CenteredColumns(x, centering: true).norms
        let scales = deviations.map { standardize && $0 > 0 ? $0 / rootOfRows : 1 }
        self.scales = scales
        means = centred.means
        columns = zip(centred.columns, scales).map { column, scale in
            scale == 1 ? column : column.map { $0 / scale }
        }
        let targetMean = intercept ? CenteredColumns.mean(y) : 0
        self.targetMean = targetMean
        targets = y.map { $0 - targetMean }
        for norm in centred.norms + [CenteredColumns.norm(targets)] where !norm.isFinite { throw .overflow }
    }

    var rows: Int { targets.count }

    /// y − Xw, `[rows]`.
    func residual(_ w: [Double]) -> [Double] {
        var residual = targets
        for j in w.indices where w[j] != 0 {
            for i in residual.indices { residual[i] -= w[j] * columns[j][i] }
        }
        return residual
    }

    /// The model of the features as they were given, from coefficients of the prepared ones.
    func model(_ coefficients: [Double]) throws(LinearModelError) -> LinearModel {
        let original = zip(coefficients, scales).map { $0 / $1 }
        let intercept = zip(original, means).reduce(targetMean) { $0 - $1.0 * $1.1 }
        guard intercept.isFinite, original.allSatisfy({ $0.isFinite }) else { throw .overflow }
        return LinearModel(intercept: intercept, coefficients: original)
    }
}
