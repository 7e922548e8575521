/// How weights follow gradients.
///
/// Make one with ``sgd(learningRate:momentum:nesterov:weightDecay:clipping:)``,
/// ``rmsprop(learningRate:rho:momentum:epsilon:weightDecay:clipping:)``,
/// ``adam(learningRate:beta1:beta2:epsilon:weightDecay:clipping:)`` or
/// ``adamW(learningRate:weightDecay:excluding:beta1:beta2:epsilon:clipping:)``. Each takes a number or a
/// ``LearningRate`` schedule. An optimizer is a value; its moments live in the model and begin anew with `compile`.
public struct Optimizer: Sendable {
    package enum Rule: Sendable {
        case sgd(SGD)
        case rmsprop(RMSprop)
        case adam(Adam)
    }

    package let rule: Rule
    /// The learning rate by step.
    public let learningRate: LearningRate
    /// Decoupled weight decay.
    public let weightDecay: WeightDecay?
    /// Bounds on the gradient.
    public let clipping: Clipping?

    init(_ rule: Rule, _ learningRate: LearningRate, _ weightDecay: WeightDecay?, _ clipping: Clipping?) {
        self.rule = rule
        self.learningRate = learningRate
        self.weightDecay = weightDecay
        self.clipping = clipping
    }

    /// The step after `iteration` earlier ones, at a learning rate.
    func step(iteration: Int, rate: Double) -> UpdateStep {
        var step =
            switch rule {
            case .sgd(let sgd): sgd.step(rate: rate)
            case .rmsprop(let rmsprop): rmsprop.step(rate: rate)
            case .adam(let adam): adam.step(iteration: iteration, rate: rate)
            }
        if case .value(let bound) = clipping { step.clip = bound }
        return step
    }

    func check() throws(NetworkError) {
        try learningRate.check()
        switch rule {
        case .sgd(let sgd): try sgd.check()
        case .rmsprop(let rmsprop): try rmsprop.check()
        case .adam(let adam): try adam.check()
        }
        if let weightDecay, !(weightDecay.rate >= 0 && weightDecay.rate.isFinite) {
            throw .badOptimizerSetting("weightDecay", weightDecay.rate, expected: "0 or more")
        }
        if let clipping, !(clipping.bound > 0) {
            throw .badOptimizerSetting("clipping", clipping.bound, expected: "more than 0")
        }
    }

    /// Checks that a share lies in `0 ..< 1`.
    static func check(share: Double, _ name: String) throws(NetworkError) {
        guard share >= 0, share < 1 else { throw .badOptimizerSetting(name, share, expected: "0 ..< 1") }
    }

    /// Checks that a number is positive.
    static func check(positive number: Double, _ name: String) throws(NetworkError) {
        guard number > 0, number.isFinite else {
            throw .badOptimizerSetting(name, number, expected: "more than 0")
        }
    }
}
