/// A = Q·R·Pᵀ by Householder reflections with column pivoting (Golub and Van Loan, algorithm 5.4.1).
///
/// Works on A itself, never on AᵀA, whose condition number is the square of A's.
struct HouseholderQR {
    /// How many columns are independent, up to rounding.
    private(set) var rank = 0
    /// The column of A that each column of R stands for; those from `rank` on depend on the ones before.
    private(set) var order: [Int]
    /// Column by column: R on and above the diagonal, and below it the reflections' vectors.
    private var columns: [[Double]]
    /// The first element of each reflection's vector, whose place R's diagonal takes.
    private var heads: [Double] = []

    /// - Parameter columns: A's columns, `[n][m]`.
    init(_ columns: [[Double]], rows: Int) {
        self.columns = columns
        order = Array(columns.indices)
        var first = 0.0
        while rank < min(rows, columns.count) {
            let (longest, norm) = Self.longest(self.columns, from: rank)
            if rank == 0 { first = norm }
            guard norm > first * Double(max(rows, columns.count)) * .ulpOfOne else { break }
            self.columns.swapAt(rank, longest)
            order.swapAt(rank, longest)
            reflect(rank, norm)
            rank += 1
        }
    }

    /// The w `[n]` that makes ‖b − A·w‖ least, for b `[m]`. Needs `rank == n`.
    func solve(_ b: [Double]) -> [Double] {
        unpivoted(solveUpper(reflected(b)))
    }

    /// (AᵀA)⁻¹·c for c `[n]`, by R⁻¹R⁻ᵀ. Needs `rank == n`.
    func solveSquare(_ c: [Double]) -> [Double] {
        unpivoted(solveUpper(solveLower(order.map { c[$0] })))
    }
}

extension HouseholderQR {
    private static func longest(_ columns: [[Double]], from start: Int) -> (Int, Double) {
        var best = (start, -1.0)
        for index in start..<columns.count {
            let norm = CenteredColumns.norm(columns[index], from: start)
            if norm > best.1 { best = (index, norm) }
        }
        return best
    }

    /// Turns column k below its diagonal to zero: H = I − v·vᵀ/(norm·|v₁|), v = x ± ‖x‖e₁.
    private mutating func reflect(_ k: Int, _ norm: Double) {
        let diagonal = columns[k][k] > 0 ? -norm : norm
        heads.append(columns[k][k] - diagonal)
        let vector = columns[k]
        for other in k + 1..<max(k + 1, columns.count) {
            Self.apply(vector, heads[k], k, norm, &columns[other])
        }
        columns[k][k] = diagonal
    }

    /// Reflects `target` by the vector whose element k is `head`, and whose later ones are those of `vector`.
    private static func apply(
        _ vector: [Double], _ head: Double, _ k: Int, _ norm: Double, _ target: inout [Double]
    ) {
        var dot = head * target[k]
        for i in k + 1..<max(k + 1, target.count) { dot += vector[i] * target[i] }
        let factor = dot / norm / head.magnitude
        target[k] -= factor * head
        for i in k + 1..<max(k + 1, target.count) { target[i] -= factor * vector[i] }
    }

    /// Qᵀb.
    private func reflected(_ b: [Double]) -> [Double] {
        var result = b
        for k in 0..<rank { Self.apply(columns[k], heads[k], k, columns[k][k].magnitude, &result) }
        return result
    }

    /// R⁻¹·b.
    private func solveUpper(_ b: [Double]) -> [Double] {
        var w = Array(b[..<rank])
        for k in stride(from: rank - 1, through: 0, by: -1) {
            for j in k + 1..<max(k + 1, rank) { w[k] -= columns[j][k] * w[j] }
            w[k] /= columns[k][k]
        }
        return w
    }

    /// R⁻ᵀ·c.
    private func solveLower(_ c: [Double]) -> [Double] {
        var z = c
        for k in 0..<rank {
            for j in 0..<k { z[k] -= columns[k][j] * z[j] }
            z[k] /= columns[k][k]
        }
        return z
    }

    private func unpivoted(_ w: [Double]) -> [Double] {
        var result = w
        for (position, column) in order.enumerated() { result[column] = w[position] }
        return result
    }
}
