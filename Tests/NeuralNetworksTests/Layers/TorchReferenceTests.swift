import NeuralNetworks
import Testing

/// Where PyTorch means the same, its numbers; where it does not, the difference that the documentation states.
@Suite struct TorchReferenceTests {
    @Test(arguments: Reference.cases("pytorch", of: "torch SGD").filter { $0.numbers["weightDecay"] == 0 })
    func `SGD is PyTorch's`(_ reference: Reference.Case) throws {
        let optimizer = Optimizer.sgd(
            learningRate: reference.numbers["learningRate"]!, momentum: reference.numbers["momentum"]!,
            nesterov: reference.numbers["nesterov"] == 1)
        expectClose(try lastKernel(reference, optimizer), Array(reference.expected["kernel"]!.values.suffix(6)), 1e-5)
    }

    @Test func `Adam is PyTorch's but for its ε`() throws {
        for reference in Reference.cases("pytorch", of: "torch AdamW") {
            let optimizer = Optimizer.adamW(
                learningRate: reference.numbers["learningRate"]!, weightDecay: reference.numbers["weightDecay"]!)
            // Gradients here are far from 0, so that ε hardly matters.
            expectClose(
                try lastKernel(reference, optimizer), Array(reference.expected["kernel"]!.values.suffix(6)), 1e-5)
        }
    }

    @Test(arguments: Reference.cases("pytorch", of: "torch cross_entropy"))
    func `cross-entropy from logits is PyTorch's, label smoothing included`(_ reference: Reference.Case) throws {
        let predictions = reference.inputs["predictions"]!
        let labels = reference.inputs["targets"]!.values.map { Int($0) }
        let model = Sequential { Activation(.softmax) }
        model.compile(loss: .categoricalCrossentropy(labelSmoothing: reference.numbers["labelSmoothing"]!))
        let data = try Dataset(features: predictions.floats, shape: [4], labels: labels, classCount: 4)
        expectClose([try model.evaluate(data)[.loss]], reference.expected["mean"]!.values, 1e-6)
    }

    @Test func `normalization with PyTorch's ε is PyTorch's, and its running variance is not ours`() throws {
        for reference in Reference.cases("pytorch", of: "torch BatchNorm1d", "torch LayerNorm") {
            let x = reference.inputs["x"]!, features = x.shape.last!, rows = x.shape[x.shape.count - 2]
            let isBatch = reference.kind.contains("Batch")
            let layer: Layer =
                isBatch ? BatchNormalization(momentum: 0.9, epsilon: 1e-5) : LayerNormalization(epsilon: 1e-5)
            let bench = try Bench(layer, input: [features], rows: rows)
            let batch = rows * features
            expectClose(
                bench.forward(Array(x.floats.prefix(batch))), Array(reference.expected["y"]!.values.prefix(batch)), 2e-6
            )
            guard isBatch else { continue }
            // PyTorch's is unbiased: n / (n − 1) of ours, beside 0.9 of the first 1.
            let theirs = reference.expected["movingVariance"]!.values.prefix(features).map { ($0 - 0.9) * 7 / 8 + 0.9 }
            expectClose(bench.value("moving_variance"), theirs, 1e-6)
        }
    }

    /// The kernel after ten steps.
    private func lastKernel(_ reference: Reference.Case, _ optimizer: Optimizer) throws -> [Float] {
        let layer = Numbers()
        let graph = try Graph([layer], inputShape: [1], seed: 0, kernels: .fastest)
        let kernel = graph.parameters[0]
        kernel.value.assign(reference.inputs["kernel"]!.floats)
        for step in 0..<10 {
            kernel.gradient.assign(Array(reference.inputs["kernelGradients"]!.floats[step * 6..<step * 6 + 6]))
            _ = graph.update(
                optimizer, decays: [optimizer.weightDecay != nil], iteration: step,
                rate: optimizer.learningRate.rate(at: step), kernels: .fastest)
        }
        return kernel.value.values
    }
}

private final class Numbers: Layer {
    override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        _ = try make.parameter("kernel", [3, 2])
        return input
    }
}
