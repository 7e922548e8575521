extension CoordinateDescent {
    /// The coefficients after moving, never uphill, to the exact minimum among those with the same signs and zeros;
    /// where a coefficient meets 0 on the way, it stays there and the rest go on (Lee, Battle, Raina and Ng,
    /// *Efficient sparse coding algorithms*, 2007).
    func polished(_ l1: Double, _ l2: Double) -> [Double] {
        var w = w
        while true {
            let active = w.indices.filter { w[$0] != 0 }
            guard !active.isEmpty else { return w }
            let factors = Problem.augmented(active.map { problem.columns[$0] }, l2, rows: problem.rows)
            let determined = factors.rank == active.count
            var stopper: Int?
            // One step reaches the minimum but for rounding, which the next two correct.
            for _ in 0..<(determined ? 3 : 1) where stopper == nil {
                let current = active.map { w[$0] }
                let step = determined ? newton(factors, active, w, l1, l2) : sideways(factors, active, current)
                let (length, first) = Self.firstZero(current, step, atMost: determined ? 1 : .infinity)
                for (position, index) in active.enumerated() { w[index] += length * step[position] }
                if let first { w[active[first]] = 0 }
                stopper = first
            }
            if stopper == nil { return w }
        }
    }

    /// The step to the minimum among the active features, their signs kept: (XᵀX + l2·I)⁻¹ times the downhill gradient.
    private func newton(
        _ factors: HouseholderQR, _ active: [Int], _ w: [Double], _ l1: Double, _ l2: Double
    ) -> [Double] {
        let residual = problem.residual(w)
        let downhill = active.map { j in
            Self.dot(problem.columns[j], residual) - l2 * w[j] - (w[j] > 0 ? l1 : -l1)
        }
        return factors.solveSquare(downhill)
    }

    /// A direction that changes no prediction, since the columns are dependent, and does not raise Σ|w|.
    private func sideways(_ factors: HouseholderQR, _ active: [Int], _ w: [Double]) -> [Double] {
        let basis = Array(factors.order[..<factors.rank])
        let dependent = factors.order[factors.rank]
        let columns = active.map { problem.columns[$0] }
        let weights = HouseholderQR(basis.map { columns[$0] }, rows: problem.rows).solve(columns[dependent])
        var direction = Array(repeating: 0.0, count: w.count)
        direction[dependent] = -1
        for (index, weight) in zip(basis, weights) { direction[index] = weight }
        let slope = zip(direction, w).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : -$1.0) }
        return slope <= 0 ? direction : direction.map { -$0 }
    }

    /// How far along a step the first coefficient meets 0, and which; the whole step where none does.
    private static func firstZero(_ w: [Double], _ step: [Double], atMost limit: Double) -> (Double, Int?) {
        var best: (Double, Int?) = (limit, nil)
        for index in w.indices where step[index] != 0 && (step[index] < 0) == (w[index] > 0) {
            let length = -w[index] / step[index]
            if length < best.0 { best = (length, index) }
        }
        return best.0.isFinite ? best : (0, nil)
    }
}
