/// Adam (Kingma and Ba 2015) in the form of Keras, whose ε is the paper's ε̂:
/// w −= η √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε).
package struct Adam: Sendable {
    let beta1: Double
    let beta2: Double
    let epsilon: Double

    func step(iteration: Int, rate: Double) -> UpdateStep {
        let corrected =
            rate * (1 - power(beta2, Double(iteration + 1))).squareRoot() / (1 - power(beta1, Double(iteration + 1)))
        return UpdateStep(rule: .adam, rate: corrected, momentum: beta1, decay: beta2, epsilon: epsilon)
    }

    func check() throws(NetworkError) {
        try Optimizer.check(share: beta1, "beta1")
        try Optimizer.check(share: beta2, "beta2")
        try Optimizer.check(positive: epsilon, "epsilon")
    }
}

extension Optimizer {
    /// Adam, with Keras's defaults. PyTorch's ε is 1e-8 and enters after the bias correction, so that steps differ
    /// where √v is small.
    ///
    /// - Parameters:
    ///   - learningRate: η.
    ///   - beta1: the share of the running mean of g that is kept, in `0 ..< 1`.
    ///   - beta2: the share of the running mean of g² that is kept, in `0 ..< 1`.
    ///   - epsilon: added to √v.
    ///   - weightDecay: decoupled decay, w −= η · decay · w before the step. (PyTorch's Adam adds it to the gradient.)
    ///   - clipping: a bound on gradients.
    public static func adam(
        learningRate: Double = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7,
        weightDecay: Double? = nil, clipping: Clipping? = nil
    ) -> Optimizer {
        adam(
            schedule: .constant(learningRate), beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: weightDecay.map { WeightDecay($0) }, clipping: clipping)
    }

    /// Adam with a schedule.
    public static func adam(
        schedule: LearningRate, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7,
        weightDecay: WeightDecay? = nil, clipping: Clipping? = nil
    ) -> Optimizer {
        Optimizer(.adam(Adam(beta1: beta1, beta2: beta2, epsilon: epsilon)), schedule, weightDecay, clipping)
    }
}
