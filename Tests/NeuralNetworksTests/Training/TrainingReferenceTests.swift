import NeuralNetworks
import Testing

/// Whole training runs against Keras.
@Suite struct TrainingReferenceTests {
    @Test(arguments: Reference.cases("training", of: "training"))
    func `ten steps of a three-layer network agree with Keras`(_ reference: Reference.Case) throws {
        let batches = Reference.cases("training", of: "training batches")[0]
        let variant = Variant(reference.options["variant"]!, smoothing: reference.numbers["labelSmoothing"]!)
        let model = Sequential(variant.layers)
        model.compile(optimizer: variant.optimizer, loss: variant.loss, metrics: [.accuracy])
        try model.build(inputShape: [12])
        try model.setWeights(Weights(model.weights.entries.map { $0.replaced(by: reference.inputs) }))

        let x = batches.inputs["x"]!.floats, y = batches.inputs["y"]!.floats
        func batch(_ step: Int) throws -> Dataset {
            try Dataset(
                features: Array(x[step * 192..<(step + 1) * 192]), shape: [12],
                oneHot: Array(y[step * 64..<(step + 1) * 64]), classCount: 4)
        }
        expectClose(try model.predict(batch(0)).flatMap { $0 }, reference.expected["output"]!.values, 2e-6, "output")
        var losses: [Double] = [], accuracies: [Double] = []
        for step in 0..<10 {
            let history = try model.fit(batch(step), epochs: 1, batchSize: 16, shuffle: false)
            losses += history[.loss]
            accuracies += history[.accuracy]
            if step == 0 { expectGradients(model, reference) }
            if step == 0 || step == 9 {
                for entry in try model.weights.entries {
                    let name = "\(kerasName(entry.name)) after \(step + 1)"
                    expectClose(entry.values, reference.expected[name]!.values, 1e-5, name)
                }
            }
        }
        expectClose(losses, reference.expected["loss"]!.values, 1e-5, "losses")
        #expect(accuracies == reference.expected["accuracy"]!.values)
        expectClose(
            try model.predict(batch(0)).flatMap { $0 }, reference.expected["output after 10"]!.values, 2e-5,
            "output after 10")
    }

    /// What the first step left in the gradients, to which the penalty's is added in the update.
    private func expectGradients(_ model: Sequential, _ reference: Reference.Case) {
        for parameter in model.graph!.trainable where parameter.regularizer == nil {
            let name = "gradient \(kerasName(parameter.name))"
            expectClose(parameter.gradient.values, reference.expected[name]!.values, 4e-6, name)
        }
    }

    @Test(arguments: Reference.cases("fitting", of: "fit"))
    func `fit splits, batches, averages and reports as Keras does`(_ reference: Reference.Case) throws {
        let numbers = reference.numbers
        let model = Sequential {
            Dense(3, activation: .softmax, kernelRegularizer: .l2(numbers["l2"]!))
        }
        model.compile(
            optimizer: .sgd(learningRate: numbers["learningRate"]!), loss: .categoricalCrossentropy,
            metrics: [.accuracy])
        try model.build(inputShape: [6])
        try model.setWeights(
            Weights([
                .init(name: "dense/kernel", shape: [6, 3], values: reference.inputs["kernel"]!.floats),
                .init(name: "dense/bias", shape: [3], values: reference.inputs["bias"]!.floats),
            ]))
        let data = try Dataset(
            features: reference.inputs["x"]!.floats, shape: [6], oneHot: reference.inputs["y"]!.floats, classCount: 3)
        let history = try model.fit(
            data, epochs: Int(numbers["epochs"]!), batchSize: Int(numbers["batchSize"]!),
            validationSplit: numbers["validationSplit"]!, shuffle: false)
        for (metric, name) in [
            (Metric.loss, "loss"), (.accuracy, "accuracy"), (.validationLoss, "val_loss"),
            (.validationAccuracy, "val_accuracy"),
        ] { expectClose(history[metric], reference.expected[name]!.values, 1e-6, name) }
        expectClose(try model.weights["dense/kernel"]!, reference.expected["kernel"]!.values, 2e-6, "kernel")
        expectClose(try model.predict(data).flatMap { $0 }, reference.expected["output"]!.values, 2e-6, "output")
        let evaluation = try model.evaluate(data)
        expectClose([evaluation[.loss]], reference.expected["evaluated loss"]!.values, 1e-6, "evaluated")
        expectClose([evaluation[.accuracy]], reference.expected["evaluated accuracy"]!.values, 1e-6, "evaluated")
    }

    @Test(arguments: Reference.cases("fitting", of: "validationSplit"))
    func `the split is Keras's`(_ reference: Reference.Case) throws {
        let rows = Int(reference.numbers["rows"]!)
        let data = try Dataset(
            features: (0..<rows).map { Float($0) / Float(rows) }, shape: [1],
            targets: Array(repeating: 0, count: rows))
        let model = Sequential { Dense(1) }
        model.compile(optimizer: .sgd(), loss: .meanSquaredError)
        var examples = 0
        try model.fit(
            data, batchSize: 1000, validationSplit: reference.numbers["fraction"]!,
            callbacks: [LambdaCallback(onEpochBegin: { examples = $0.examples })])
        #expect(examples == Int(reference.expected["trainingRows"]!.values[0]))
        #expect(rows - examples == Int(reference.expected["validationRows"]!.values[0]))
    }
}

/// The recorded networks, 12 → 8 → 6 → 4.
private struct Variant {
    let layers: [Layer]
    let optimizer: Optimizer
    let loss: Loss

    init(_ name: String, smoothing: Double) {
        var layers: [Layer] = []
        for units in [8, 6, 4] {
            let penalty: Regularizer? =
                name == "L2" ? .l2(0.01) : name.hasPrefix("L1L2") ? .l1l2(l1: 0.002, l2: 0.01) : nil
            layers.append(
                Dense(
                    units, activation: units == 4 ? .softmax : .relu, kernelRegularizer: penalty,
                    activityRegularizer: name.hasPrefix("L1L2") && units != 4 ? .l1(0.01) : nil,
                    kernelConstraint: name == "maxNorm" ? .maxNorm(1) : nil))
            if units != 4, name == "batch normalization" { layers.append(BatchNormalization()) }
            if units != 4, name == "layer normalization" { layers.append(LayerNormalization()) }
        }
        self.layers = layers
        optimizer =
            switch name {
            case "SGD momentum": .sgd(learningRate: 0.1, momentum: 0.9)
            case "AdamW": .adamW(learningRate: 0.01, weightDecay: 0.1)
            case "global clip norm": .adam(learningRate: 0.01, clipping: .globalNorm(0.25))
            default: .adam(learningRate: 0.01)
            }
        loss = .categoricalCrossentropy(labelSmoothing: smoothing)
    }
}

/// Ours is `dense_1/kernel`, the recording's `dense1 kernel`.
private func kerasName(_ name: String) -> String {
    let parts = name.split(separator: "/")
    let layer = parts[0].split(separator: "_")
    let number = layer.last.flatMap { Int($0) } ?? 0
    return "\(layer[0] == "dense" ? "dense" : "normalization")\(number) \(parts[1])"
}

private extension Weights.Entry {
    func replaced(by recorded: [String: Reference.Tensor]) -> Weights.Entry {
        Weights.Entry(name: name, shape: shape, values: recorded[kerasName(name)]!.floats)
    }
}
