/// The errors of candidate settings on held-out folds, and which setting to choose.
///
///     let choice = try CrossValidation.lasso(x, y, folds: 10, seed: 1)
///     choice.parameters[choice.bestIndex]             // the λ of least error
///     choice.parameters[choice.oneStandardErrorIndex] // the largest λ within one standard error of it
public struct CrossValidation: Sendable, Equatable {
    /// Which end of the parameters is the simpler model.
    public enum Simpler: Sendable, Equatable {
        /// Larger values are simpler, as of a penalty or of k in k nearest neighbours.
        case larger
        /// Smaller values are simpler, as of a polynomial's degree.
        case smaller
    }

    /// The candidates' values of the parameter, in the order given.
    public let parameters: [Double]
    /// The mean squared error of each candidate on each fold, `[fold][candidate]`.
    public let foldErrors: [[Double]]
    /// The error of each candidate: the mean over folds, each counting by its rows, with its standard error.
    public let errors: [Estimate]
    private let simpler: Simpler

    /// Candidates that were fitted on each fold's training rows and measured on those held out.
    ///
    ///     let splits = try RowSplit.folds(rows: x.rows, folds: 10, seed: 1)
    ///     let errors = try splits.map { split in try degrees.map { try heldOutError(degree: $0, split) } }
    ///     let choice = try CrossValidation(parameters: degrees, foldErrors: errors, splits: splits, simpler: .smaller)
    ///
    /// - Parameters:
    ///   - parameters: The candidates' values of the parameter.
    ///   - foldErrors: The mean squared error of each candidate on each fold, `[fold][candidate]`.
    ///   - splits: The folds, as ``RowSplit/folds(rows:folds:seed:)`` makes them; two or more.
    ///   - simpler: Which end of the parameters is the simpler model.
    /// - Throws: `LinearModelError` where there are no candidates, fewer than two folds, a fold without rows, or
    ///   another number of errors than of folds or candidates.
    public init(
        parameters: [Double], foldErrors: [[Double]], splits: [RowSplit], simpler: Simpler
    ) throws(LinearModelError) {
        guard !parameters.isEmpty else { throw .empty(argument: "parameters") }
        guard splits.count > 1 else {
            throw .setting(name: "the number of folds", value: Double(splits.count), allowed: "2 or more")
        }
        guard foldErrors.count == splits.count else {
            throw .length(argument: "foldErrors", count: foldErrors.count, expected: splits.count, of: "splits")
        }
        for (split, measured) in zip(splits, foldErrors) {
            guard !split.heldOut.isEmpty else { throw .empty(argument: "a fold") }
            guard measured.count == parameters.count else {
                throw .length(
                    argument: "a fold of foldErrors", count: measured.count, expected: parameters.count,
                    of: "parameters")
            }
            try Checks.finite(measured, "foldErrors")
        }
        self.parameters = parameters
        self.foldErrors = foldErrors
        self.simpler = simpler
        let weights = splits.map { Double($0.heldOut.count) }
        errors = parameters.indices.map { candidate in
            CrossValidation.weighted(foldErrors.map { $0[candidate] }, weights)
        }
    }

    /// Candidates whose errors are already known, such as those of a figure.
    ///
    /// - Throws: `LinearModelError` where there are none, or another number of errors than of parameters.
    public init(parameters: [Double], errors: [Estimate], simpler: Simpler) throws(LinearModelError) {
        guard !parameters.isEmpty else { throw .empty(argument: "parameters") }
        guard parameters.count == errors.count else {
            throw .length(argument: "errors", count: errors.count, expected: parameters.count, of: "parameters")
        }
        self.parameters = parameters
        self.errors = errors
        self.simpler = simpler
        foldErrors = []
    }

    /// The candidate of least error; of equals the simplest.
    public var bestIndex: Int {
        let least = errors.reduce(.infinity) { min($0, $1.mean) }
        return simplest(below: least)
    }

    /// The simplest candidate whose error is at most one standard error, the best candidate's own, above the least
    /// (Breiman et al. 1984; ESL, section 7.10).
    public var oneStandardErrorIndex: Int {
        let best = errors[bestIndex]
        return simplest(below: best.mean + best.standardError)
    }
}

extension CrossValidation {
    private func simplest(below limit: Double) -> Int {
        var chosen: Int?
        for index in errors.indices where errors[index].mean <= limit {
            guard let present = chosen else {
                chosen = index
                continue
            }
            let (candidate, current) = (parameters[index], parameters[present])
            if simpler == .larger ? candidate > current : candidate < current { chosen = index }
        }
        return chosen ?? 0
    }

    /// Σwe/Σw, with standard error √(Σw(e − mean)²/Σw/(folds − 1)): for folds of one size the usual s/√folds.
    private static func weighted(_ values: [Double], _ weights: [Double]) -> Estimate {
        let total = weights.reduce(0, +)
        let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 / total }
        let spread = zip(values, weights).reduce(0) { $0 + $1.1 / total * ($1.0 - mean) * ($1.0 - mean) }
        return Estimate(mean: mean, standardError: (spread / Double(values.count - 1)).squareRoot())
    }
}
