import NeuralNetworks
import Testing

/// What callbacks see and do.
@Suite struct CallbackTests {
    private func model(_ optimizer: Optimizer = .adam()) -> Sequential {
        let model = Sequential(seed: 1) { Dense(3, activation: .softmax) }
        model.compile(optimizer: optimizer, loss: .categoricalCrossentropy, metrics: [.accuracy])
        return model
    }

    @Test func `closures are called when they say`() throws {
        var calls: [String] = []
        let callback = LambdaCallback(
            onEpochBegin: { calls.append("begin \($0.epoch)") }, onBatchEnd: { _ in calls.append("batch") },
            onEpochEnd: { calls.append("end \($0.epoch) of \($0.epochs)") }, onTrainEnd: { _ in calls.append("done") })
        try model().fit(Blobs.data(), epochs: 2, batchSize: 40, callbacks: [callback])
        #expect(
            calls == [
                "begin 0", "batch", "batch", "batch", "end 0 of 2", "begin 1", "batch", "batch", "batch", "end 1 of 2",
                "done",
            ])
    }

    @Test func `the progress logger writes a line an epoch with every metric`() throws {
        var lines: [String] = []
        let history = try model().fit(
            Blobs.data(), epochs: 2, validationSplit: 0.2, callbacks: [ProgressLogger { lines.append($0) }])
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix("epoch 2/2  loss "))
        #expect(lines[1].contains("  val_accuracy "))
        #expect(history.metrics.allSatisfy { lines[0].contains("  \($0.name) ") })
    }

    @Test func `a callback stops training after its step, and its error ends it`() throws {
        let stop = LambdaCallback(onBatchEnd: { $0.stop() })
        #expect(try model().fit(Blobs.data(), epochs: 9, callbacks: [stop]).epochs == 1)
        let fail = LambdaCallback(onEpochEnd: { _ throws(NetworkError) in throw .custom(layer: "", "enough") })
        #expect(throws: NetworkError.custom(layer: "", "enough")) {
            try model().fit(Blobs.data(), callbacks: [fail])
        }
    }

    @Test func `a schedule is followed step by step and recorded, and compiling begins it anew`() throws {
        let schedule = LearningRate.step(initial: 0.4, every: 3, factor: 0.5)
        let model = model(.sgd(schedule: schedule))
        #expect(model.learningRate == 0.4)
        // Three steps an epoch.
        let history = try model.fit(Blobs.data(), epochs: 3, batchSize: 30)
        #expect(history[.learningRate] == [0.4, 0.2, 0.1])
        #expect((model.learningRate! - 0.05).magnitude < 1e-12)
        model.compile(optimizer: .sgd(schedule: schedule), loss: .categoricalCrossentropy)
        #expect(model.learningRate == 0.4)
    }

    @Test func `validation data take the place of a split, and history holds every metric once an epoch`() throws {
        let (train, held) = try Blobs.data().split(at: 0.5)
        let history = try model().fit(train, epochs: 4, validationSplit: 0.5, validationData: held)
        #expect(
            history.metrics.map { $0.name } == [
                "loss", "bare_loss", "accuracy", "val_loss", "val_bare_loss", "val_accuracy", "learning_rate",
            ])
        #expect(history.metrics.allSatisfy { history[$0].count == 4 })
        #expect(history[Metric("absent")] == [])
    }
}
