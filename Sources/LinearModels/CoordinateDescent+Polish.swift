extension CoordinateDescent {
    /// The coefficients after moving, never uphill, to the exact minimum among those with the same signs and zeros; where
    /// a coefficient meets 0 on the way, it stays there and the rest go on (Lee, Battle, Raina and Ng, *Efficient sparse
    /// coding algorithms*, 2007).
    func polished(_ l1: Double, _ l2: Double) -> [Double] {
        var w = w
        while true {
            let active = w.indices.filter { w[$0] != 0 }
            guard !active.isEmpty else { return w }
            let columns = active.map { problem.columns[$0] }
            let factors = Problem.augmented(columns, l2, rows: problem.rows)
            let current = active.map { w[$0] }
            let step: [Double]
            if factors.rank == active.count {
                let targets = problem.targets + Array(repeating: 0, count: active.count)
                let goal = factors.solve(targets, linear: current.map { $0 > 0 ? l1 : -l1 })
                step = zip(goal, current).map { $0 - $1 }
            } else {
                step = Self.sideways(columns, factors, current)
            }
            let (length, stopper) = Self.firstZero(current, step, atMost: factors.rank == active.count ? 1 : .infinity)
            for (position, index) in active.enumerated() { w[index] += length * step[position] }
            guard let stopper else { return w }
            w[active[stopper]] = 0
        }
    }

    /// A direction that changes no prediction, since the columns are dependent, and does not raise Σ|w|.
    private static func sideways(_ columns: [[Double]], _ factors: HouseholderQR, _ w: [Double]) -> [Double] {
        let basis = Array(factors.order[..<factors.rank])
        let dependent = factors.order[factors.rank]
        let weights = HouseholderQR(basis.map { columns[$0] }, rows: columns[dependent].count).solve(columns[dependent])
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
