/// RMSprop (Tieleman and Hinton 2012): v = ρv + (1 − ρ)g², w −= ηg / √(v + ε), with momentum as in Keras.
package struct RMSprop: Sendable {
    let rho: Double
    let momentum: Double
    let epsilon: Double

    func step(rate: Double) -> UpdateStep {
        UpdateStep(rule: .rmsprop, rate: rate, momentum: momentum, decay: rho, epsilon: epsilon)
    }

    func check() throws(NetworkError) {
        try Optimizer.check(share: rho, "rho")
        try Optimizer.check(share: momentum, "momentum")
        try Optimizer.check(positive: epsilon, "epsilon")
    }
}

extension Optimizer {
    /// RMSprop, with Keras's defaults.
    ///
    /// - Parameters:
    ///   - learningRate: η.
    ///   - rho: the share of the running mean of g² that is kept, in `0 ..< 1`.
    ///   - momentum: the share of the last step that is kept, in `0 ..< 1`.
    ///   - epsilon: added to v under the root.
    ///   - weightDecay: decoupled decay.
    ///   - clipping: a bound on gradients.
    public static func rmsprop(
        learningRate: Double = 0.001, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipping: Clipping? = nil
    ) -> Optimizer {
        rmsprop(
            schedule: .constant(learningRate), rho: rho, momentum: momentum, epsilon: epsilon,
            weightDecay: weightDecay.map { WeightDecay($0) }, clipping: clipping)
    }

    /// RMSprop with a schedule.
    public static func rmsprop(
        schedule: LearningRate, rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7,
        weightDecay: WeightDecay? = nil, clipping: Clipping? = nil
    ) -> Optimizer {
        Optimizer(.rmsprop(RMSprop(rho: rho, momentum: momentum, epsilon: epsilon)), schedule, weightDecay, clipping)
    }
}
