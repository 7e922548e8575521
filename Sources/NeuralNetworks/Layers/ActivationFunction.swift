/// A function applied to each of a layer's outputs; softmax, to each row of them.
public struct ActivationFunction: Equatable, Sendable {
    package enum Kind: Sendable { case linear, relu, leakyRelu, elu, gelu, sigmoid, tanh, softmax }

    package let kind: Kind
    /// Leaky ReLU's slope, ELU's α.
    package let slope: Float

    private init(_ kind: Kind, slope: Float = 0) {
        self.kind = kind
        self.slope = slope
    }

    /// f(x) = x.
    public static let linear = ActivationFunction(.linear)

    /// f(x) = max(x, 0).
    public static let relu = ActivationFunction(.relu)

    /// f(x) = x where x ≥ 0, else 0.2 x: Keras's default slope.
    public static let leakyRelu = leakyRelu(negativeSlope: 0.2)

    /// f(x) = x where x ≥ 0, else `negativeSlope` · x.
    public static func leakyRelu(negativeSlope: Double) -> ActivationFunction {
        ActivationFunction(.leakyRelu, slope: Float(negativeSlope))
    }

    /// f(x) = x where x ≥ 0, else eˣ − 1 (Clevert et al. 2016).
    public static let elu = elu(alpha: 1)

    /// f(x) = x where x ≥ 0, else α (eˣ − 1), for α ≥ 0.
    public static func elu(alpha: Double) -> ActivationFunction { ActivationFunction(.elu, slope: Float(alpha)) }

    /// f(x) = x Φ(x), Φ the normal distribution, exact as in Keras (Hendrycks and Gimpel 2016).
    public static let gelu = ActivationFunction(.gelu)

    /// f(x) = 1 / (1 + e⁻ˣ).
    public static let sigmoid = ActivationFunction(.sigmoid)

    /// f(x) = tanh x.
    public static let tanh = ActivationFunction(.tanh)

    /// fⱼ(x) = eˣʲ / Σ eˣ, over each row `[classes]`.
    public static let softmax = ActivationFunction(.softmax)

    /// The name, as Keras spells it.
    public var name: String {
        switch kind {
        case .linear: "linear"
        case .relu: "relu"
        case .leakyRelu: "leaky_relu"
        case .elu: "elu"
        case .gelu: "gelu"
        case .sigmoid: "sigmoid"
        case .tanh: "tanh"
        case .softmax: "softmax"
        }
    }
}
