/// Adds N(0, deviation²) to each number in training; inference is the identity.
///
/// On inputs of a linear model it is a ridge penalty in expectation (Bishop 1995).
public final class GaussianNoise: Layer {
    /// The noise's standard deviation.
    public let standardDeviation: Double

    /// - Parameter standardDeviation: 0 or more.
    public init(_ standardDeviation: Double) { self.standardDeviation = standardDeviation }

    public override var kind: String { "gaussian_noise" }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard standardDeviation >= 0, standardDeviation.isFinite else {
            throw .badSetting(
                layer: name, setting: "standardDeviation", value: standardDeviation, expected: "0 or more")
        }
        return input
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        guard pass.isTraining else { return y.copy(x) }
        // y = x + σ z
        pass.kernels.noise(.gaussianNoise, amount: Float(standardDeviation), key: pass.key, x, into: y)
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        dx?.copy(dy)
    }
}
