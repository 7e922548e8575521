/// Minimises ‖y − Xw‖²/(2n) + λ(α‖w‖₁ + ½(1 − α)‖w‖²), one coefficient at a time (Friedman, Hastie and Tibshirani,
/// *Regularization paths for generalized linear models via coordinate descent*, 2010).
///
/// Sweeps find which coefficients are not 0 and their signs; given those, the minimum is the solution of linear
/// equations, which QR solves at once where sweeps over correlated features would crawl (`polished`). The search
/// ends only where the duality gap proves that the objective is within `tolerance` of its least.
struct CoordinateDescent {
    let problem: Problem
    private let alpha: Double
    private let tolerance: Double
    /// ‖xⱼ‖², `[features]`.
    private let squares: [Double]
    /// The result of the last search, from which the next one starts.
    private(set) var w: [Double]
    /// y − Xw.
    private var residual: [Double]

    private static let sweepsInARound = 10
    private static let maximumRounds = 1000

    init(_ problem: Problem, alpha: Double, tolerance: Double) throws(LinearModelError) {
        guard alpha >= 0, alpha <= 1 else {
            throw .setting(name: "alpha", value: alpha, allowed: "a mixture is from 0 (ridge) to 1 (lasso)")
        }
        guard tolerance > 0, tolerance < 1 else {
            throw .setting(name: "tolerance", value: tolerance, allowed: "above 0 and below 1")
        }
        self.problem = problem
        self.alpha = alpha
        self.tolerance = tolerance
        squares = problem.columns.map { Self.dot($0, $0) }
        w = Array(repeating: 0, count: problem.columns.count)
        residual = problem.targets
        for square in squares + [Self.dot(residual, residual)] where !square.isFinite { throw .overflow }
    }

    /// The smallest λ at which all coefficients are 0, maxⱼ |xⱼ·y| / (n·α), and `count − 1` more in equal ratios.
    func penalties(count: Int, ratio: Double) throws(LinearModelError) -> [Double] {
        try Checks.count(count, "count", atLeast: 1)
        guard ratio > 0, ratio < 1 else {
            throw .setting(name: "ratio", value: ratio, allowed: "above 0 and below 1")
        }
        guard alpha > 0 else {
            throw .setting(name: "alpha", value: alpha, allowed: "above 0, unless the lambdas are given")
        }
        let largest = problem.columns.reduce(0) { max($0, Self.dot($1, problem.targets).magnitude) }
        // A few units up, so that rounding lets no feature in at the first.
        let first = largest / Double(problem.rows) / alpha * (1 + 4 * .ulpOfOne)
        guard first > 0, first.isFinite else {
            throw .setting(name: "the largest useful lambda", value: first, allowed: "some feature must vary with y")
        }
        let step = count > 1 ? Elementary.log(ratio) / Double(count - 1) : 0
        return (0..<count).map { first * Elementary.exp(step * Double($0)) }
    }

    /// The coefficients at a penalty, `[features]`.
    mutating func minimum(_ lambda: Double) throws(LinearModelError) -> [Double] {
        let n = Double(problem.rows)
        let (l1, l2) = (n * lambda * alpha, n * lambda * (1 - alpha))
        guard l1.isFinite, l2.isFinite else { throw .overflow }
        guard l1 > 0 else {
            set(try problem.ridge(l2))
            return w
        }
        let allowed = tolerance * Self.dot(problem.targets, problem.targets) / 2
        for _ in 0..<Self.maximumRounds {
            for _ in 0..<Self.sweepsInARound { sweep(l1, l2) }
            let (swept, sweptGap) = (w, gap(l1, l2))
            set(polished(l1, l2))
            if gap(l1, l2) <= allowed { return w }
            if sweptGap <= allowed { return swept }
        }
        throw .notConverged(
            lambda: lambda, gap: gap(l1, l2) / (allowed / tolerance),
            sweeps: Self.maximumRounds * Self.sweepsInARound)
    }
}

extension CoordinateDescent {
    static func dot(_ a: [Double], _ b: [Double]) -> Double {
        var sum = 0.0
        for index in a.indices { sum += a[index] * b[index] }
        return sum
    }

    /// Brings each coefficient in turn to its best value while the others stand still.
    private mutating func sweep(_ l1: Double, _ l2: Double) {
        for j in w.indices where squares[j] > 0 {
            let before = w[j]
            let pull = Self.dot(problem.columns[j], residual) + squares[j] * before
            let after = LinearModel.softThreshold(pull, by: l1) / (squares[j] + l2)
            guard after != before else { continue }
            w[j] = after
            for i in residual.indices { residual[i] -= (after - before) * problem.columns[j][i] }
        }
    }

    private mutating func set(_ coefficients: [Double]) {
        w = coefficients
        residual = problem.residual(w)
    }

    /// The objective (times n) less a lower bound of its least value, which the residual gives once it is scaled so
    /// that no feature's correlation with it exceeds the penalty.
    private func gap(_ l1: Double, _ l2: Double) -> Double {
        var largest = 0.0
        for j in w.indices {
            largest = max(largest, (Self.dot(problem.columns[j], residual) - l2 * w[j]).magnitude)
        }
        let scale = largest > l1 ? l1 / largest : 1
        let squaredNorm = w.reduce(0) { $0 + $1 * $1 }
        let fit = Self.dot(residual, residual) + l2 * squaredNorm
        let primal = fit / 2 + l1 * w.reduce(0) { $0 + $1.magnitude }
        let dual = scale * Self.dot(problem.targets, residual) - scale * scale * fit / 2
        return primal - dual
    }
}
