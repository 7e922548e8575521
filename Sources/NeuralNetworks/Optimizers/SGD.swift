/// Stochastic gradient descent: w −= ηg; with momentum μ: v = μv − ηg, w += v; Nesterov's: w += μv − ηg.
package struct SGD: Sendable {
    let momentum: Double
    let nesterov: Bool

    func step(rate: Double) -> UpdateStep {
        UpdateStep(rule: .sgd, nesterov: nesterov, rate: rate, momentum: momentum)
    }

    func check() throws(NetworkError) { try Optimizer.check(share: momentum, "momentum") }
}

extension Optimizer {
    /// Stochastic gradient descent, with Keras's defaults.
    ///
    /// - Parameters:
    ///   - learningRate: η.
    ///   - momentum: the share of the last step that is kept, in `0 ..< 1`.
    ///   - nesterov: whether the gradient acts as if taken after the momentum's step.
    ///   - weightDecay: decoupled decay, w −= η · decay · w before the step.
    ///   - clipping: a bound on gradients.
    public static func sgd(
        learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false, weightDecay: Double? = nil,
        clipping: Clipping? = nil
    ) -> Optimizer {
        sgd(
            schedule: .constant(learningRate), momentum: momentum, nesterov: nesterov,
            weightDecay: weightDecay.map { WeightDecay($0) }, clipping: clipping)
    }

    /// Stochastic gradient descent with a schedule.
    public static func sgd(
        schedule: LearningRate, momentum: Double = 0, nesterov: Bool = false, weightDecay: WeightDecay? = nil,
        clipping: Clipping? = nil
    ) -> Optimizer {
        Optimizer(.sgd(SGD(momentum: momentum, nesterov: nesterov)), schedule, weightDecay, clipping)
    }
}
