extension Sequential {
    /// The network's outputs for examples, in inference mode: after a softmax, probabilities.
    ///
    /// - Parameters:
    ///   - data: examples; their targets do not matter.
    ///   - batchSize: how many at once; it changes no result.
    /// - Returns: one array of outputs per example.
    public func predict(_ data: Dataset, batchSize: Int = 128) throws(NetworkError) -> [[Float]] {
        guard batchSize > 0 else { throw .badBatchSize(batchSize) }
        let graph = try graph(for: data.shape)
        guard data.count > 0 else { return [] }
        try graph.reserve(min(batchSize, data.count))
        let order = Order(data), batch = graph.batch
        var predictions: [[Float]] = []
        predictions.reserveCapacity(data.count)
        while predictions.count < data.count {
            let rows = min(batchSize, data.count - predictions.count)
            batch.rows = rows
            kernels.gather(
                data.inputs, width: batch.inputs.columns, order.from(predictions.count),
                into: batch.inputs.prefix(rows))
            appendOutputs(of: graph, to: &predictions)
        }
        return predictions
    }

    /// The network's outputs for examples given as numbers, one after another.
    ///
    /// - Parameter features: the examples, `[examples] + input shape` in row-major order.
    /// - Returns: one array of outputs per example.
    /// - Throws: ``NetworkError`` where the numbers are not whole examples, are not finite, or the model has no weights.
    public func predict(_ features: [Float]) throws(NetworkError) -> [[Float]] {
        let graph = try builtGraph()
        let width = graph.inputShape.reduce(1, *)
        guard features.count % width == 0 else {
            throw .wrongInputCount(given: features.count, shape: graph.inputShape)
        }
        if let index = features.firstIndex(where: { !$0.isFinite }) { throw .inputNotFinite(example: index / width) }
        let count = features.count / width
        try graph.reserve(min(count, 128))
        var predictions: [[Float]] = []
        while predictions.count < count {
            let rows = min(128, count - predictions.count), start = predictions.count * width
            graph.batch.rows = rows
            graph.batch.inputs.prefix(rows).assign(Array(features[start..<start + rows * width]))
            appendOutputs(of: graph, to: &predictions)
        }
        return predictions
    }
}

private extension Sequential {
    /// Runs the batch through the network and appends its outputs.
    func appendOutputs(of graph: Graph, to predictions: inout [[Float]]) {
        graph.forward(Pass(mode: .inference, step: steps, seed: seed, kernels: kernels))
        let output = graph.batch.output
        if let activation = compilation?.head?.activation, activation != .linear {
            kernels.activate(activation, output, into: output)
        }
        for row in 0..<output.rows { predictions.append((0..<output.columns).map { output[row, $0] }) }
    }
}
