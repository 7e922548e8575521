/// An activation as a layer of its own: y = f(x).
///
/// After a `Dense` layer, `Dense(64, activation: .relu)` does the same in one pass.
public final class Activation: Layer {
    /// What is applied.
    public let function: ActivationFunction

    /// - Parameter function: what is applied; softmax needs examples of one dimension.
    public init(_ function: ActivationFunction) { self.function = function }

    public override var kind: String { "activation" }

    public override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        guard function != .softmax || input.count == 1 else {
            throw .shapeMismatch(layer: name, expected: "[classes]", given: input, cause: .missingFlatten)
        }
        return input
    }

    public override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        pass.kernels.activate(leavesLogits ? .linear : function, x, into: y)
    }

    public override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        guard let dx else { return }
        pass.kernels.activateBack(leavesLogits ? .linear : function, x: x, y: y, dy: dy, into: dx)
    }

    package override var finalActivation: ActivationFunction { function }
}
