extension Sequential {
    /// Measures the loss and the compiled metrics on data, in inference mode.
    ///
    /// - Parameters:
    ///   - data: examples with targets.
    ///   - batchSize: how many examples at once; it changes no result.
    /// - Throws: ``NetworkError`` for data that do not fit, or a model that is not compiled.
    public func evaluate(_ data: Dataset, batchSize: Int = 128) throws(NetworkError) -> Evaluation {
        guard batchSize > 0 else { throw .badBatchSize(batchSize) }
        let graph = try graph(for: data.shape)
        let head = try checkedHead(for: data, named: "the data to evaluate")
        try graph.reserve(min(batchSize, data.count))
        let tally = Tally(metrics: compilation?.metrics ?? [], head: head, data: data)
        measure(data, Order(data), batchSize: batchSize, tally, head, graph)
        return Evaluation(tally.means(of: graph))
    }

    /// Adds all of a dataset to a tally.
    func measure(_ data: Dataset, _ order: Order, batchSize: Int, _ tally: Tally, _ head: Head, _ graph: Graph) {
        let pass = Pass(mode: .inference, step: steps, seed: seed, kernels: kernels)
        let batch = graph.batch, penalty = graph.penalty(kernels)
        var position = 0
        while position < order.count {
            let rows = min(batchSize, order.count - position)
            batch.gather(data, order.from(position), rows: rows, oneHot: tally.needsTargets, kernels: kernels)
            let activity = graph.forward(pass)
            head.measure(
                batch.output, batch, gradient: (batch.gradients.last ?? batch.inputs).prefix(rows), kernels: kernels)
            _ = tally.add(batch, kernels: kernels)
            tally.add(penalty: penalty + activity, rows: rows)
            position += rows
        }
    }

    /// The loss, checked against data: settings in range, outputs that fit the targets.
    func checkedHead(for data: Dataset, named name: String) throws(NetworkError) -> Head {
        guard let compilation, let head = compilation.head, let last = layers.last else { throw .notCompiled }
        guard data.count > 0 else { throw .emptyData(name) }
        try compilation.optimizer.check()
        try compilation.loss.check()
        for metric in compilation.metrics where metric.computation == nil { throw .unknownMetric(metric.name) }
        let outputs = last.outputShape
        if let classes = data.classCount {
            let isBinary = outputs == [1] && classes == 2 && !compilation.loss.isCategorical
            guard isBinary || outputs == [classes] else {
                throw .outputMismatch(layer: last.name, outputs: outputs, targets: [classes], isLabelled: true)
            }
        } else {
            guard compilation.loss.kind != .sparseCategoricalCrossentropy else {
                throw .labelsNeeded(loss: compilation.loss.name)
            }
            guard outputs == data.targetShape else {
                throw .outputMismatch(
                    layer: last.name, outputs: outputs, targets: data.targetShape, isLabelled: false)
            }
        }
        if outputs == [1], last.finalActivation == .softmax { throw .softmaxOfOne(layer: last.name) }
        return head
    }
}
