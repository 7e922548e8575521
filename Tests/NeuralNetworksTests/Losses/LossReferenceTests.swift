import NeuralNetworks
import Testing

/// Losses, metrics, penalties and constraints against Keras.
@Suite struct LossReferenceTests {
    @Test(arguments: Reference.cases("losses"))
    func `losses and their gradients agree with Keras`(_ reference: Reference.Case) throws {
        let predictions = reference.inputs["predictions"]!
        let (rows, columns) = (predictions.shape[0], predictions.shape[1])
        let last = Activation(reference.finalActivation)
        let bench = try Bench(last, input: [columns], rows: rows)
        let head = Head(loss: reference.loss, last: last)
        last.leavesLogits = head.activation != .linear
        let data = try reference.dataset(features: predictions.floats, columns: columns)
        let order = Order(data)
        bench.graph.batch.gather(data, order.from(0), rows: rows, oneHot: true, kernels: .fastest)
        bench.graph.forward(Pass(mode: .training, step: 0, seed: 0, kernels: .fastest))
        let gradient = bench.graph.batch.gradients[1].prefix(rows)
        head.measure(bench.graph.batch.output, bench.graph.batch, gradient: gradient, kernels: .fastest)
        // Where Keras itself differs between double and single precision, so may we.
        let tolerance = max(1e-6, 2 * reference.float32Deviation)
        expectClose(bench.graph.batch.losses.values, reference.expected["perSample"]!.values, tolerance, "losses")
        expectClose(gradient.values, reference.expected["gradient"]!.values, tolerance, "gradient")
    }

    @Test(arguments: Reference.cases("metrics").filter { $0.kind != "binaryAccuracy" })
    func `accuracies agree with Keras, ties included`(_ reference: Reference.Case) throws {
        let predictions = reference.inputs["predictions"]!
        let columns = predictions.shape[1]
        let metric: Metric = reference.numbers["k"].map { .topKAccuracy(Int($0)) } ?? .accuracy
        // Once from the ranks that the loss's kernel gives, once from predictions and one-hot targets.
        for (activation, loss) in [(ActivationFunction.softmax, Loss.categoricalCrossentropy), (.linear, .huber)] {
            let model = Sequential { Activation(activation) }
            model.compile(loss: loss, metrics: [metric])
            let data = try reference.dataset(features: predictions.floats, columns: columns)
            let value = try model.evaluate(data)[metric]
            #expect((value - reference.expected["mean"]!.values[0]).magnitude < 1e-6)
        }
    }

    @Test(arguments: Reference.cases("regularizers", of: "regularized Dense"))
    func `penalties on kernel, bias and output agree with Keras`(_ reference: Reference.Case) throws {
        let x = reference.inputs["x"]!, kernel = reference.inputs["kernel"]!
        let penalty = Regularizer.l1l2(l1: reference.numbers["l1"] ?? 0, l2: reference.numbers["l2"] ?? 0)
        let target = reference.options["target"]
        let dense = Dense(
            kernel.shape[1], kernelRegularizer: target == "kernel" ? penalty : nil,
            biasRegularizer: target == "bias" ? penalty : nil,
            activityRegularizer: target == "activity" ? penalty : nil)
        let bench = try Bench(dense, input: [x.shape[1]], rows: x.shape[0])
        bench.set("kernel", kernel.floats)
        bench.set("bias", reference.inputs["bias"]!.floats)
        bench.graph.batch.inputs.prefix(x.shape[0]).assign(x.floats)
        let pass = Pass(mode: .training, step: 0, seed: 0, kernels: .fastest)
        let activity = bench.graph.forward(pass)
        let total = bench.graph.penalty(.fastest) + activity
        expectClose([total], reference.expected["penalty"]!.values, 1e-6, "penalty")
        let dx = bench.backward(Array(repeating: 0, count: x.shape[0] * kernel.shape[1]))
        expectClose(dx, reference.expected["dx"]!.values, 1e-6, "dx")
        // A plain step of size 1 moves each weight by its gradient, penalty included.
        let none = bench.graph.trainable.map { _ in false }
        _ = bench.graph.update(.sgd(), decays: none, iteration: 0, rate: 1, kernels: .fastest)
        for (name, before, wanted) in [("kernel", kernel, "dKernel"), ("bias", reference.inputs["bias"]!, "dBias")] {
            let moved = zip(before.floats, bench.value(name)).map { $0 - $1 }
            expectClose(moved + [1], reference.expected[wanted]!.values + [1], 1e-6, wanted)
        }
    }

    @Test(arguments: Reference.cases("constraints").filter { $0.numbers["axis"] ?? 0 == 0 })
    func `constraints agree with Keras`(_ reference: Reference.Case) throws {
        let w = reference.inputs["w"]!
        let constraint: Constraint =
            switch reference.kind {
            case "maxNorm": .maxNorm(reference.numbers["maxValue"] ?? 2)
            case "unitNorm": .unitNorm
            default: .nonNegative
            }
        let memory = try Memory(count: 4096)
        let columns = w.shape.last!, weights = memory.take(rows: w.values.count / columns, columns: columns)
        weights.assign(w.floats)
        let scratch = memory.take(rows: 1, columns: columns)
        Kernels.fastest.constrain(weights, to: constraint, scratch: scratch)
        expectClose(weights.values, reference.expected["w"]!.values, 1e-6)
    }
}

private extension Reference.Case {
    var loss: Loss {
        let smoothing = numbers["labelSmoothing"] ?? 0
        return switch kind {
        case "categoricalCrossentropy": .categoricalCrossentropy(labelSmoothing: smoothing)
        case "sparseCategoricalCrossentropy": .sparseCategoricalCrossentropy
        case "binaryCrossentropy": .binaryCrossentropy(labelSmoothing: smoothing)
        case "meanSquaredError": .meanSquaredError
        case "meanAbsoluteError": .meanAbsoluteError
        default: .huber(delta: numbers["delta"] ?? 1)
        }
    }

    /// What must come last for the loss to take logits.
    var finalActivation: ActivationFunction {
        guard numbers["fromLogits"] == 1 else { return .linear }
        return kind == "binaryCrossentropy" ? .sigmoid : .softmax
    }

    /// Predictions as inputs, targets as classes where they are, else as values.
    func dataset(features: [Float], columns: Int) throws -> Dataset {
        let targets = inputs["targets"]!
        if targets.shape.count == 1 {
            return try Dataset(
                features: features, shape: [columns], labels: targets.values.map { Int($0) }, classCount: columns)
        }
        return try Dataset(features: features, shape: [columns], targets: targets.floats, targetShape: [columns])
    }
}
