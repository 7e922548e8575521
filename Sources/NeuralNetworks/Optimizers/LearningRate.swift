/// A learning rate by training step, counted from 0 over the model's life.
///
/// ```swift
/// model.compile(optimizer: .adam(schedule: .cosine(initial: 1e-3, decaySteps: 7_500)), loss: .categoricalCrossentropy)
/// ```
public indirect enum LearningRate: Equatable, Sendable {
    /// The same throughout.
    case constant(Double)
    /// `values[i]` up to and including step `boundaries[i]`, the last value after them: Keras's
    /// `PiecewiseConstantDecay`.
    case piecewise(boundaries: [Int], values: [Double])
    /// Multiplied by `factor` after every `every` steps.
    case step(initial: Double, every: Int, factor: Double)
    /// initial · rate^(step / steps); a staircase takes whole quotients only: Keras's `ExponentialDecay`.
    case exponential(initial: Double, decaySteps: Int, decayRate: Double, staircase: Bool = false)
    /// From `initial` to `alpha` · initial along half a cosine in `decaySteps` steps (Loshchilov and Hutter 2017).
    case cosine(initial: Double, decaySteps: Int, alpha: Double = 0)
    /// From `from` straight up to `to` in `steps` steps, and from there on another schedule, which counts from 0.
    case warmUp(from: Double = 0, to: Double, steps: Int, then: LearningRate)

    /// The rate of one step; what `fit` would refuse gives some number.
    public func rate(at step: Int) -> Double {
        switch self {
        case .constant(let rate): return rate
        case .piecewise(let boundaries, let values):
            let index = boundaries.firstIndex { step <= $0 } ?? boundaries.count
            return values.indices.contains(index) ? values[index] : .nan
        case .step(let initial, let every, let factor): return initial * power(factor, Double(step / max(every, 1)))
        case .exponential(let initial, let decaySteps, let decayRate, let staircase):
            let quotient = staircase ? Double(step / max(decaySteps, 1)) : Double(step) / Double(decaySteps)
            return initial * power(decayRate, quotient)
        case .cosine(let initial, let decaySteps, let alpha):
            let share = Double(min(step, decaySteps)) / Double(decaySteps)
            return initial * ((1 - alpha) * 0.5 * (1 + cosineOfHalfTurns(share)) + alpha)
        case .warmUp(let from, let to, let steps, let then):
            if step < steps { return from + (to - from) * Double(step) / Double(steps) }
            return then.rate(at: step - steps)
        }
    }

    func check() throws(NetworkError) {
        switch self {
        case .constant(let rate): try Self.check(rate)
        case .piecewise(let boundaries, let values):
            let areInOrder = zip(boundaries, boundaries.dropFirst()).allSatisfy { $0 <= $1 }
            guard values.count == boundaries.count + 1, areInOrder else {
                throw .badSchedule("piecewise needs boundaries in order and one value more than boundaries")
            }
            for rate in values { try Self.check(rate) }
        case .step(let initial, let every, let factor):
            try Self.check(initial)
            try Self.check(steps: every)
            try Optimizer.check(positive: factor, "factor")
        case .exponential(let initial, let decaySteps, let decayRate, _):
            try Self.check(initial)
            try Self.check(steps: decaySteps)
            try Optimizer.check(positive: decayRate, "decayRate")
        case .cosine(let initial, let decaySteps, let alpha):
            try Self.check(initial)
            try Self.check(steps: decaySteps)
            guard alpha >= 0, alpha <= 1 else {
                throw .badOptimizerSetting("alpha", alpha, expected: "0 ... 1")
            }
        case .warmUp(let from, let to, let steps, let then):
            try Self.check(from)
            try Self.check(to)
            try Self.check(steps: steps)
            try then.check()
        }
    }

    private static func check(_ rate: Double) throws(NetworkError) {
        guard rate >= 0, rate.isFinite else {
            throw .badOptimizerSetting("learningRate", rate, expected: "0 or more")
        }
    }

    private static func check(steps: Int) throws(NetworkError) {
        guard steps > 0 else { throw .badSchedule("a schedule needs 1 step or more, not \(steps)") }
    }
}
