/// Normalises each example over its features: y = γ (x − mean) / √(variance + ε) + β (Ba et al. 2016).
///
/// The same in training and inference, and at any batch size. ε is 1e-3 as in Keras (1e-5 in PyTorch).
public final class LayerNormalization: Layer {
    /// Added to the variance.
    public let epsilon: Double
    private var gamma = Parameter.none
    private var beta = Parameter.none

    /// - Parameter epsilon: added to the variance, more than 0.
    public init(epsilon: Double = 1e-3) { self.epsilon = epsilon }

    public override var kind: String { "layer_normalization" }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard epsilon > 0, epsilon.isFinite else {
            throw .badSetting(layer: name, setting: "epsilon", value: epsilon, expected: "more than 0")
        }
        guard input.count == 1 else {
            throw .shapeMismatch(layer: name, expected: "[features]", given: input, cause: .missingFlatten)
        }
        gamma = try make.parameter("gamma", input, initializer: .ones)
        beta = try make.parameter("beta", input, initializer: .zeros)
        return input
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        pass.kernels.layerNorm(x, into: y, gamma: gamma.value, beta: beta.value, epsilon: Float(epsilon))
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        // With h = (x − mean) / √(variance + ε) and d = dy γ:
        // dγ = Σ dy h, dβ = Σ dy, dx = (d − mean of d − h · mean of d h) / √(variance + ε)
        pass.kernels.layerNormBack(
            x: x, dy: dy, into: dx, gamma: gamma.value, epsilon: Float(epsilon), dgamma: gamma.gradient,
            dbeta: beta.gradient)
    }
}
