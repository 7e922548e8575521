/// Sets a share of the numbers to 0 in training, and multiplies the rest by 1 / (1 − rate) (Srivastava et al. 2014).
///
/// Because of that factor (*inverted* dropout, as in Keras and PyTorch) an output's mean is what it would be without
/// dropout, so that inference is the identity, to the bit. Without the factor one would have to multiply by the
/// probability of being *kept*, 1 − rate, at inference. Each number is dropped on its own, with fresh randomness in
/// every step; `backward` draws the same mask as `forward`.
///
/// Directly after a `Dense` layer with ReLU it is done in that layer's pass over its output, with the same bits.
public final class Dropout: Layer {
    /// The probability of being dropped.
    public let rate: Double
    package let probability: Float

    /// - Parameter rate: the probability of being dropped, in `0 ..< 1`; checked when the model is built.
    public init(_ rate: Double) {
        self.rate = rate
        probability = Float(rate)
    }

    public override var kind: String { "dropout" }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard rate >= 0, rate < 1, probability < 1 else { throw .badRate(layer: name, rate: rate) }
        return input
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        guard pass.isTraining else { return y.copy(x) }
        // y = x ⊙ mask / (1 − rate)
        pass.kernels.noise(.dropout, amount: probability, key: pass.key, x, into: y)
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        guard let dx else { return }
        // dx = dy ⊙ mask / (1 − rate)
        pass.kernels.noise(.dropout, amount: probability, key: pass.key, dy, into: dx)
    }

    package override var asDropout: Dropout? { self }
}
