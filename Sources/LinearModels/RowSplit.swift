/// Which rows are for fitting and which are held out.
public struct RowSplit: Sendable, Equatable {
    /// The rows to fit on, increasing.
    public let training: [Int]
    /// The rows held out, increasing.
    public let heldOut: [Int]

    /// A split of given rows.
    public init(training: [Int], heldOut: [Int]) {
        self.training = training
        self.heldOut = heldOut
    }

    /// A random split of rows 0..<rows: the fraction, rounded to whole rows, is held out.
    ///
    /// - Parameters:
    ///   - rows: How many rows there are, 2 or more.
    ///   - fraction: The part to hold out, above 0 and below 1, such that both parts have a row.
    ///   - seed: The same seed gives the same split.
    /// - Throws: `LinearModelError` where a part would be empty.
    public static func random(rows: Int, holdingOut fraction: Double, seed: UInt64) throws(LinearModelError) -> RowSplit
    {
        guard fraction > 0, fraction < 1 else {
            throw .setting(name: "fraction", value: fraction, allowed: "above 0 and below 1")
        }
        let held = Int((Double(max(0, rows)) * fraction).rounded(.toNearestOrEven))
        guard held > 0, held < rows else {
            throw .tooFewRows(rows: rows, needed: 2, purpose: "holding out \(fraction) of the rows and keeping some")
        }
        var generator = SplitMix64(seed: seed)
        let order = generator.permutation(rows)
        return RowSplit(training: order[held...].sorted(), heldOut: order[..<held].sorted())
    }

    /// The folds of k-fold cross-validation: rows in random order dealt to k groups whose sizes differ by at most one;
    /// each group is held out once.
    ///
    /// - Parameters:
    ///   - rows: How many rows there are.
    ///   - folds: k, from 2 to `rows`; `rows` folds are leave-one-out.
    ///   - seed: The same seed gives the same folds.
    /// - Throws: `LinearModelError` where there are fewer than two folds or more than rows.
    public static func folds(rows: Int, folds: Int, seed: UInt64) throws(LinearModelError) -> [RowSplit] {
        try Checks.count(folds, "folds", atLeast: 2)
        guard folds <= rows else {
            throw .tooFewRows(rows: rows, needed: folds, purpose: "cross-validation with \(folds) folds")
        }
        var generator = SplitMix64(seed: seed)
        var groups = Array(repeating: 0, count: rows)
        for (position, row) in generator.permutation(rows).enumerated() { groups[row] = position % folds }
        return (0..<folds).map { fold in
            RowSplit(
                training: groups.indices.filter { groups[$0] != fold },
                heldOut: groups.indices.filter { groups[$0] == fold })
        }
    }
}
