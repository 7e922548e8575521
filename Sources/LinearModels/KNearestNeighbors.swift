/// Predicts from the k rows whose features are nearest (Euclidean distance; of equal distances the earlier row).
///
/// Its complexity is about rows/k free values (ESL, section 2.3.2): small k is the flexible end.
public struct KNearestNeighbors: Sendable {
    /// How many neighbours decide.
    public let k: Int
    private let x: DesignMatrix
    private let y: [Double]

    /// Remembers the rows `x` `[rows, features]` and their targets `y` `[rows]`.
    ///
    /// - Throws: `LinearModelError` where the data are empty, not finite or of different lengths, or k is not 1...rows.
    public init(_ x: DesignMatrix, _ y: [Double], k: Int) throws(LinearModelError) {
        try Checks.data(x, y)
        try Checks.count(k, "k", atLeast: 1)
        guard k <= x.rows else { throw .tooFewRows(rows: x.rows, needed: k, purpose: "a vote of \(k) neighbors") }
        self.k = k
        self.x = x
        self.y = y
    }

    /// The mean target of the k nearest rows, for each row of `x` `[rows, features]`.
    ///
    /// - Throws: `LinearModelError` where `x` is not finite or has another number of columns.
    public func predict(_ x: DesignMatrix) throws(LinearModelError) -> [Double] {
        try neighbors(x).map { nearest in nearest.reduce(0) { $0 + y[$1] } / Double(k) }
    }

    /// The most frequent target of the k nearest rows, taking targets as labels; of equally frequent ones the nearest.
    ///
    /// - Throws: `LinearModelError` where `x` is not finite or has another number of columns.
    public func classify(_ x: DesignMatrix) throws(LinearModelError) -> [Double] {
        try neighbors(x).map { nearest in
            var best = (label: y[nearest[0]], votes: 0)
            for candidate in nearest {
                let votes = nearest.reduce(0) { $0 + (y[$1] == y[candidate] ? 1 : 0) }
                if votes > best.votes { best = (y[candidate], votes) }
            }
            return best.label
        }
    }

    /// The numbers of the k nearest rows, nearest first, for each row of `x`: `[rows][k]`.
    ///
    /// - Throws: `LinearModelError` where `x` is not finite or has another number of columns.
    public func neighbors(_ x: DesignMatrix) throws(LinearModelError) -> [[Int]] {
        try Checks.finite(x)
        guard x.columns == self.x.columns else { throw .features(count: x.columns, expected: self.x.columns) }
        return (0..<x.rows).map { row in
            let distances = (0..<self.x.rows).map { distance(x, row, $0) }
            let order = distances.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
            return Array(order[..<k])
        }
    }
}

extension KNearestNeighbors {
    /// The squared distance of a row of `other` from a remembered one.
    private func distance(_ other: DesignMatrix, _ row: Int, _ remembered: Int) -> Double {
        var sum = 0.0
        for column in 0..<x.columns {
            let gap = other[row, column] - x[remembered, column]
            sum += gap * gap
        }
        return sum
    }
}
