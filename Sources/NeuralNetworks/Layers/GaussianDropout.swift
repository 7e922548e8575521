/// Multiplies each number by N(1, rate / (1 − rate)) in training: dropout's mean and variance with a smooth factor
/// (Srivastava et al. 2014, §10). Inference is the identity.
public final class GaussianDropout: Layer {
    /// The rate of the dropout whose variance this has.
    public let rate: Double

    /// - Parameter rate: in `0 ..< 1`; the factor's standard deviation is √(rate / (1 − rate)).
    public init(_ rate: Double) { self.rate = rate }

    public override var kind: String { "gaussian_dropout" }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard rate >= 0, rate < 1 else { throw .badRate(layer: name, rate: rate) }
        return input
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        guard pass.isTraining else { return y.copy(x) }
        // y = x ⊙ (1 + σ z)
        pass.kernels.noise(.gaussianDropout, amount: deviation, key: pass.key, x, into: y)
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        guard let dx else { return }
        // dx = dy ⊙ (1 + σ z), with the same z
        pass.kernels.noise(.gaussianDropout, amount: deviation, key: pass.key, dy, into: dx)
    }
}

private extension GaussianDropout {
    var deviation: Float { Float((rate / (1 - rate)).squareRoot()) }
}
