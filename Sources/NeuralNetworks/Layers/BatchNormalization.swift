/// Normalises each feature over the batch: y = γ (x − mean) / √(variance + ε) + β (Ioffe and Szegedy 2015).
///
/// In training the mean and the (biased) variance are the batch's, and running values follow them: running = momentum ·
/// running + (1 − momentum) · batch, with the biased variance, as in Keras. In inference the running values are used, so
/// that a row's result does not depend on the others. PyTorch's `momentum` is 1 minus this one, its ε 1e-5, and its
/// running variance unbiased. The weights before it can be scaled without changing its output: an L2 penalty on them
/// changes the effective learning rate, not the function (van Laarhoven 2017).
public final class BatchNormalization: Layer {
    /// The share of the running values that is kept.
    public let momentum: Double
    /// Added to the variance.
    public let epsilon: Double
    private let regularizers: (gamma: Regularizer?, beta: Regularizer?)
    private var gamma = Parameter.none
    private var beta = Parameter.none
    private var movingMean = Parameter.none
    private var movingVariance = Parameter.none
    private var mean = Scratch.none
    private var inverse = Scratch.none

    /// - Parameters:
    ///   - momentum: the share of the running values that is kept, in `0 ..< 1`.
    ///   - epsilon: added to the variance, more than 0.
    ///   - gammaRegularizer: the penalty on γ.
    ///   - betaRegularizer: the penalty on β.
    public init(
        momentum: Double = 0.99, epsilon: Double = 1e-3, gammaRegularizer: Regularizer? = nil,
        betaRegularizer: Regularizer? = nil
    ) {
        self.momentum = momentum
        self.epsilon = epsilon
        regularizers = (gammaRegularizer, betaRegularizer)
    }

    public override var kind: String { "batch_normalization" }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard momentum >= 0, momentum < 1 else {
            throw .badSetting(layer: name, setting: "momentum", value: momentum, expected: "in 0 ..< 1")
        }
        guard epsilon > 0, epsilon.isFinite else {
            throw .badSetting(layer: name, setting: "epsilon", value: epsilon, expected: "more than 0")
        }
        guard input.count == 1 else {
            throw .shapeMismatch(layer: name, expected: "[features]", given: input, cause: .missingFlatten)
        }
        gamma = try make.parameter("gamma", input, initializer: .ones, regularizer: regularizers.gamma)
        beta = try make.parameter("beta", input, initializer: .zeros, regularizer: regularizers.beta)
        movingMean = try make.state("moving_mean", input, initializer: .zeros)
        movingVariance = try make.state("moving_variance", input, initializer: .ones)
        mean = make.scratch(rows: 1, columns: input[0])
        inverse = make.scratch(rows: 1, columns: input[0])
        return input
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        if pass.isTraining {
            pass.kernels.batchNorm(
                x, into: y, gamma: gamma.value, beta: beta.value, epsilon: Float(epsilon), momentum: Float(momentum),
                statistics)
        } else {
            pass.kernels.batchNormInference(
                x, into: y, gamma: gamma.value, beta: beta.value, epsilon: Float(epsilon), statistics)
        }
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        // With h = (x − mean) / √(variance + ε):
        // dγ = Σ dy h, dβ = Σ dy, dx = γ / √(variance + ε) (dy − dβ / batch − h dγ / batch)
        pass.kernels.batchNormBack(
            x: x, dy: dy, into: dx, gamma: gamma.value, statistics, dgamma: gamma.gradient, dbeta: beta.gradient)
    }
}

private extension BatchNormalization {
    var statistics: Kernels.BatchStatistics {
        Kernels.BatchStatistics(
            mean: mean.matrix, inverse: inverse.matrix, movingMean: movingMean.value,
            movingVariance: movingVariance.value)
    }
}
