/// A penalty on weights or outputs, added to the loss: λ₁ Σ|w| + λ₂ Σw².
///
/// As in Keras there is no ½: the gradient of L2 is 2 λ₂ w. (Textbooks often write λ/2, and PyTorch's `weight_decay` is
/// twice λ₂.) On outputs the sum is divided by the number of examples of the batch.
public struct Regularizer: Equatable, Sendable {
    /// λ₁, at least 0.
    public let l1: Double
    /// λ₂, at least 0.
    public let l2: Double
    /// Whether L1 is a step of its own after each update, instead of a part of the gradient.
    public let isProximal: Bool

    private init(l1: Double, l2: Double, isProximal: Bool = false) {
        self.l1 = l1
        self.l2 = l2
        self.isProximal = isProximal
    }

    /// λ Σ|w|; λ is 0.01 unless said otherwise, as in Keras.
    ///
    /// Its subgradient makes weights small, hardly ever exactly 0: see ``proximalL1(_:)``.
    public static func l1(_ lambda: Double = 0.01) -> Regularizer { Regularizer(l1: lambda, l2: 0) }

    /// λ Σw², without ½; λ is 0.01 unless said otherwise, as in Keras.
    public static func l2(_ lambda: Double = 0.01) -> Regularizer { Regularizer(l1: 0, l2: lambda) }

    /// λ₁ Σ|w| + λ₂ Σw²; both 0 unless said otherwise, as in Keras.
    public static func l1l2(l1: Double = 0, l2: Double = 0) -> Regularizer { Regularizer(l1: l1, l2: l2) }

    /// λ Σ|w| by its proximal step, which gives weights that are exactly 0.
    ///
    /// After each optimizer step weights move towards 0 by learning rate · λ, and stay there if they reach it: the
    /// soft-threshold of *The Elements of Statistical Learning*, §3.4. For weights and biases, not for outputs.
    public static func proximalL1(_ lambda: Double = 0.01) -> Regularizer {
        Regularizer(l1: lambda, l2: 0, isProximal: true)
    }

    /// The part of λ₁ whose gradient is followed.
    package var smoothL1: Double { isProximal ? 0 : l1 }

    func check(layer: String) throws(NetworkError) {
        for lambda in [l1, l2] where !(lambda >= 0 && lambda.isFinite) {
            throw .badPenalty(layer: layer, lambda: lambda)
        }
    }
}
