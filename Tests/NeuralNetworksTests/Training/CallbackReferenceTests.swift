import NeuralNetworks
import Testing

/// Decisions of callbacks against Keras's, over given histories.
@Suite struct CallbackReferenceTests {
    @Test(arguments: Reference.cases("callbacks", of: "EarlyStopping"))
    func `EarlyStopping decides as Keras does`(_ reference: Reference.Case) throws {
        let numbers = reference.numbers
        let stopping = EarlyStopping(
            minDelta: numbers["minDelta"] ?? 0, patience: Int(numbers["patience"] ?? 0),
            mode: reference.options["mode"] == "max" ? .max : .min, baseline: numbers["baseline"],
            restoreBestWeights: numbers["restoreBestWeights"] == 1,
            startFromEpoch: Int(numbers["startFromEpoch"] ?? 0))
        // The model's only weight is the epoch's number, so that it tells which epoch was kept.
        let model = Sequential { Dense(1, useBias: false) }
        model.compile(optimizer: .sgd(learningRate: 0.1), loss: .meanSquaredError)
        try model.build(inputShape: [1])
        let history = reference.inputs["history"]!.values
        let training = Training(
            model: model, epochs: history.count, metrics: [.validationLoss], examples: 1, batchSize: 1)
        try stopping.onTrainBegin(training)
        for (epoch, value) in history.enumerated() {
            training.epoch = epoch
            try model.setWeights(Weights([.init(name: "dense/kernel", shape: [1, 1], values: [Float(epoch)])]))
            training.record([(.validationLoss, value)])
            try stopping.onEpochEnd(training)
            if training.isStopped { break }
        }
        try stopping.onTrainEnd(training)
        func expected(_ name: String) -> Double { reference.expected[name]!.values[0] }
        #expect(Double(training.epoch) == expected("lastEpoch"))
        #expect(training.isStopped == (expected("stopped") == 1))
        #expect(Double(stopping.bestEpoch) == expected("bestEpoch"))
        #expect(try model.weights["dense/kernel"] == [Float(expected("weightsFromEpoch"))])
    }

    @Test(arguments: Reference.cases("callbacks", of: "ReduceLROnPlateau"))
    func `ReduceLROnPlateau lowers the rate as Keras does`(_ reference: Reference.Case) throws {
        let numbers = reference.numbers
        let plateau = ReduceLROnPlateau(
            factor: numbers["factor"]!, patience: Int(numbers["patience"]!),
            mode: reference.options["mode"] == "max" ? .max : .min, minDelta: numbers["minDelta"]!,
            cooldown: Int(numbers["cooldown"]!), minLearningRate: numbers["minLearningRate"]!)
        let model = Sequential { Dense(1) }
        model.compile(optimizer: .sgd(learningRate: numbers["initial"]!), loss: .meanSquaredError)
        let history = reference.inputs["history"]!.values
        let training = Training(
            model: model, epochs: history.count, metrics: [.validationLoss], examples: 1, batchSize: 1)
        try plateau.onTrainBegin(training)
        var rates: [Double] = []
        for (epoch, value) in history.enumerated() {
            training.epoch = epoch
            training.record([(.validationLoss, value)])
            try plateau.onEpochEnd(training)
            rates.append(training.learningRate)
        }
        for (rate, wanted) in zip(rates, reference.expected["learningRates"]!.values) {
            #expect((rate - wanted).magnitude <= 1e-5 * wanted)
        }
    }

    @Test func `best weights are restored even where training did not stop early, and evaluate to the best`() throws {
        let model = Sequential(seed: 5) {
            Dense(16, activation: .relu); Dense(3, activation: .softmax)
        }
        model.compile(optimizer: .adam(learningRate: 0.3), loss: .categoricalCrossentropy)
        let stopping = EarlyStopping(patience: 100, restoreBestWeights: true)
        let (train, held) = try Blobs.data(count: 120, spread: 3).split(at: 0.75)
        let history = try model.fit(train, epochs: 12, validationData: held, callbacks: [stopping])
        let best = history[.validationLoss].min()!
        #expect(stopping.stoppedEpoch == nil && history.epochs == 12)
        #expect(history[.validationLoss].last! > best, "the last epoch must not be the best for this test to tell")
        #expect(try model.evaluate(held)[.loss] == best)
        #expect(stopping.best == best)
    }
}
