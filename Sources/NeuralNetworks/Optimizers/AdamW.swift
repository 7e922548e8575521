extension Optimizer {
    /// AdamW: Adam with decoupled weight decay (Loshchilov and Hutter 2019), by default 0.004 as in Keras.
    ///
    /// - Parameters:
    ///   - learningRate: η.
    ///   - weightDecay: w −= η · weightDecay · w before each step.
    ///   - exclusions: parameters whose name contains one of these do not decay, such as `bias`.
    ///   - beta1: see Adam.
    ///   - beta2: see Adam.
    ///   - epsilon: see Adam.
    ///   - clipping: a bound on gradients.
    public static func adamW(
        learningRate: Double = 0.001, weightDecay: Double = 0.004, excluding exclusions: [String] = [],
        beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7, clipping: Clipping? = nil
    ) -> Optimizer {
        adam(
            schedule: .constant(learningRate), beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: WeightDecay(weightDecay, excluding: exclusions), clipping: clipping)
    }

    /// AdamW with a schedule.
    public static func adamW(
        schedule: LearningRate, weightDecay: Double = 0.004, excluding exclusions: [String] = [],
        beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7, clipping: Clipping? = nil
    ) -> Optimizer {
        adam(
            schedule: schedule, beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: WeightDecay(weightDecay, excluding: exclusions), clipping: clipping)
    }
}
