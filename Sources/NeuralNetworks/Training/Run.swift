/// One call of `fit`.
final class Run {
    private let model: Sequential
    private let graph: Graph
    private let head: Head
    private let optimizer: Optimizer
    private let decays: [Bool]
    private let train: Dataset
    private let order: Order
    private let tally: Tally
    private let batchSize: Int
    private let shuffles: Bool
    private let validation: (data: Dataset, order: Order, tally: Tally)?

    init(
        _ model: Sequential, _ train: Dataset, _ held: Dataset?, batchSize: Int, shuffles: Bool
    ) throws(NetworkError) {
        guard let compilation = model.compilation else { throw .notCompiled }
        self.model = model
        self.train = train
        self.batchSize = batchSize
        self.shuffles = shuffles
        graph = try model.graph(for: train.shape)
        head = try model.checkedHead(for: train, named: "the training data")
        optimizer = compilation.optimizer
        decays = graph.trainable.map { compilation.optimizer.weightDecay?.applies(to: $0.name) ?? false }
        order = Order(train)
        tally = Tally(metrics: compilation.metrics, head: head, data: train)
        var validation: (Dataset, Order, Tally)?
        if let held {
            _ = try model.graph(for: held.shape)
            let head = try model.checkedHead(for: held, named: "the validation data")
            validation = (held, Order(held), Tally(metrics: compilation.metrics, head: head, data: held))
        }
        self.validation = validation
        try graph.reserve(min(batchSize, max(train.count, held?.count ?? 0)))
    }

    func fit(epochs: Int, _ callbacks: [Callback]) throws(NetworkError) -> History {
        let training = Training(
            model: model, epochs: epochs, metrics: measured, examples: train.count, batchSize: batchSize)
        for callback in callbacks { try callback.onTrainBegin(training) }
        for epoch in 0..<epochs {
            training.epoch = epoch
            for callback in callbacks { try callback.onEpochBegin(training) }
            try runEpoch(training, callbacks)
            record(in: training)
            for callback in callbacks { try callback.onEpochEnd(training) }
            model.epochs += 1
            EpochObserver.observe?(epoch + 1, epochs)
            if training.isStopped { break }
        }
        for callback in callbacks { try callback.onTrainEnd(training) }
        return training.history
    }
}

private extension Run {
    /// What every epoch records.
    var measured: [Metric] {
        let means = tally.means(of: graph).map { $0.0 }
        return means + (validation == nil ? [] : means.map { $0.onValidation }) + [.learningRate]
    }

    func runEpoch(_ training: Training, _ callbacks: [Callback]) throws(NetworkError) {
        if shuffles {
            let key = Key(seed: model.seed).derived(for: .shuffle)
            order.shuffle(key.derived(UInt32(truncatingIfNeeded: model.epochs), 0), kernels: model.kernels)
        }
        tally.reset()
        var position = 0
        while position < order.count, !training.isStopped {
            let rows = min(batchSize, order.count - position)
            do {
                training.batchLoss = try step(order.from(position), rows: rows)
            } catch {
                guard callbacks.contains(where: { $0.stops(at: error, training) }) else { throw error }
                training.stop()
                return
            }
            position += rows
            for callback in callbacks { try callback.onBatchEnd(training) }
        }
    }

    /// One training step: nothing in here allocates.
    func step(_ indices: UnsafePointer<Int32>, rows: Int) throws(NetworkError) -> Double {
        let kernels = model.kernels, batch = graph.batch
        let pass = Pass(mode: .training, step: model.steps, seed: model.seed, kernels: kernels)
        batch.gather(train, indices, rows: rows, oneHot: tally.needsTargets, kernels: kernels)
        let activity = graph.forward(pass)
        head.measure(
            batch.output, batch, gradient: (batch.gradients.last ?? batch.inputs).prefix(rows), kernels: kernels)
        let loss = tally.add(batch, kernels: kernels)
        guard (loss + activity).isFinite else {
            let layer = graph.firstNonFiniteLayer() ?? model.layers[model.layers.count - 1]
            throw .diverged(layer: layer.name, step: model.steps)
        }
        graph.backward(pass)
        let penalty = graph.update(
            optimizer, decays: decays, iteration: model.iteration,
            rate: optimizer.learningRate.rate(at: model.iteration) * model.rateFactor, kernels: kernels)
        tally.add(penalty: penalty + activity, rows: rows)
        model.steps += 1
        model.iteration += 1
        return loss + penalty + activity
    }

    func record(in training: Training) {
        training.record(tally.means(of: graph))
        if let (data, order, tally) = validation {
            tally.reset()
            model.measure(data, order, batchSize: batchSize, tally, head, graph)
            training.record(tally.means(of: graph).map { ($0.0.onValidation, $0.1) })
        }
        training.record([
            (.learningRate, optimizer.learningRate.rate(at: max(model.iteration - 1, 0)) * model.rateFactor)
        ])
    }
}
