/// How one layer's outputs are distributed over a dataset, in inference mode.
public struct ActivationStatistics: Equatable, Sendable {
    /// The layer's name.
    public let layer: String
    /// The mean of all its outputs.
    public let mean: Double
    /// Their standard deviation.
    public let standardDeviation: Double
    /// The share of outputs that are exactly 0: how sparse they are (Srivastava et al. 2014, Fig. 8).
    public let sparsity: Double
    /// The smallest and the largest output.
    public let range: ClosedRange<Float>
    /// Each output's mean over the examples, `[outputs]`.
    public let unitMeans: [Double]
}

extension Sequential {
    /// How every layer's outputs are distributed over a dataset.
    ///
    /// - Parameter data: examples; their targets do not matter.
    /// - Returns: one entry per layer, in order.
    public func activationStatistics(_ data: Dataset) throws(NetworkError) -> [ActivationStatistics] {
        let graph = try graph(for: data.shape)
        var tallies = layers.map { ActivationTally(layer: $0) }
        try forEachBatch(of: data, graph) { outputs in
            for index in tallies.indices { tallies[index].add(outputs[index]) }
        }
        return tallies.map { $0.statistics }
    }

    /// One layer's outputs for every example, in inference mode: `[examples][outputs]`.
    ///
    /// - Throws: ``NetworkError/custom(layer:_:)`` where no layer has this name.
    public func activations(of name: String, _ data: Dataset) throws(NetworkError) -> [[Float]] {
        let graph = try graph(for: data.shape)
        guard let index = layers.firstIndex(where: { $0.name == name }) else {
            throw .custom(layer: name, "the model has no layer of this name: see summary()")
        }
        var rows: [[Float]] = []
        try forEachBatch(of: data, graph) { outputs in
            let output = outputs[index]
            for row in 0..<output.rows { rows.append((0..<output.columns).map { output[row, $0] }) }
        }
        return rows
    }
}

private extension Sequential {
    /// Calls `body` with every layer's output, batch by batch.
    func forEachBatch(of data: Dataset, _ graph: Graph, _ body: ([Matrix]) -> Void) throws(NetworkError) {
        guard data.count > 0 else { throw .emptyData("the data to look at") }
        try graph.reserve(min(128, data.count))
        let order = Order(data), batch = graph.batch
        var position = 0
        while position < data.count {
            batch.rows = min(128, data.count - position)
            kernels.gather(
                data.inputs, width: batch.inputs.columns, order.from(position), into: batch.inputs.prefix(batch.rows))
            graph.forward(Pass(mode: .inference, step: steps, seed: seed, kernels: kernels))
            if let activation = compilation?.head?.activation, activation != .linear {
                kernels.activate(activation, batch.output, into: batch.output)
            }
            body(batch.outputs.map { $0.prefix(batch.rows) })
            position += batch.rows
        }
    }
}

private struct ActivationTally {
    let layer: Layer
    var count = 0
    var zeros = 0
    var sum = 0.0
    var squares = 0.0
    var range: ClosedRange<Float>?
    var unitSums: [Double]

    init(layer: Layer) {
        self.layer = layer
        unitSums = Array(repeating: 0, count: layer.outputShape.reduce(1, *))
    }

    mutating func add(_ output: Matrix) {
        for row in 0..<output.rows {
            for column in 0..<output.columns {
                let value = output[row, column], wide = Double(value)
                sum += wide
                squares += wide * wide
                unitSums[column] += wide
                if value == 0 { zeros += 1 }
                range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
            }
            count += output.columns
        }
    }

    var statistics: ActivationStatistics {
        let total = Double(max(count, 1)), mean = sum / total
        let examples = total / Double(max(unitSums.count, 1))
        return ActivationStatistics(
            layer: layer.name, mean: mean, standardDeviation: max(squares / total - mean * mean, 0).squareRoot(),
            sparsity: Double(zeros) / total, range: range ?? 0...0, unitMeans: unitSums.map { $0 / examples })
    }
}
