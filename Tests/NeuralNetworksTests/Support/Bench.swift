import NeuralNetworks

/// One layer between a tap below, so that the gradient for its input is asked for, and nothing above: inputs and output
/// gradients are given, outputs and all gradients are read.
struct Bench {
    let layer: Layer
    let graph: Graph
    let kernels: Kernels

    init(_ layer: Layer, input: [Int], rows: Int, kernels: Kernels = .fastest) throws {
        self.layer = layer
        self.kernels = kernels
        layer.name = "layer"
        graph = try Graph([Tap(), layer], inputShape: input, seed: 1, kernels: kernels)
        try graph.reserve(rows)
        graph.batch.rows = rows
    }

    func set(_ name: String, _ values: [Float]) { parameter(name).value.assign(values) }

    func value(_ name: String) -> [Float] { parameter(name).value.values }

    func gradient(_ name: String) -> [Float] { parameter(name).gradient.values }

    func forward(_ x: [Float], _ mode: Mode = .training, step: Int = 0) -> [Float] {
        graph.batch.inputs.prefix(graph.batch.rows).assign(x)
        graph.forward(pass(mode, step))
        return graph.batch.output.values
    }

    /// The gradient for the layer's input, after `forward`.
    func backward(_ dy: [Float], step: Int = 0) -> [Float] {
        let rows = graph.batch.rows
        graph.batch.gradients[1].prefix(rows).assign(dy)
        graph.backward(pass(.training, step))
        return graph.batch.gradients[0].prefix(rows).values
    }

    private func pass(_ mode: Mode, _ step: Int) -> Pass { Pass(mode: mode, step: step, seed: 1, kernels: kernels) }

    private func parameter(_ name: String) -> Parameter {
        graph.parameters.first { $0.name == "layer/\(name)" } ?? .none
    }
}

/// Passes everything on, and has a parameter.
private final class Tap: Layer {
    override var kind: String { "tap" }

    override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        _ = try make.parameter("unused", [1])
        return input
    }

    override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {}
}
