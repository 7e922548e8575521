/// The memory of one batch: its inputs and targets, every layer's output and the gradients with respect to them.
package final class Batch {
    /// How many examples fit.
    package let capacity: Int
    /// How many there are.
    package var rows = 0
    /// Whether targets are classes.
    package var isLabelled = true
    /// `[capacity, inputs]`.
    package let inputs: Matrix
    /// Each layer's output, `[capacity, outputs]`; a view's is that of the layer before.
    package let outputs: [Matrix]
    /// The loss's gradient with respect to each.
    package let gradients: [Matrix]
    package let labels: UnsafeMutablePointer<Int32>
    package let probabilities: Matrix
    private let allTargets: Matrix
    private let allLosses: Matrix
    private let allRanks: Matrix
    private let memory: Memory

    package var targets: Matrix { allTargets.prefix(rows) }
    package var losses: Matrix { Matrix(allLosses.base, rows: 1, columns: rows) }
    package var ranks: Matrix { Matrix(allRanks.base, rows: 1, columns: rows) }

    /// Memory for `capacity` examples through layers of these widths.
    init(capacity: Int, inputs: Int, layers: [Layer], isView: [Bool], scratches: [Scratch]) throws(NetworkError) {
        let widths = layers.map { padded($0.outputShape.reduce(1, *)) }
        let perExample =
            padded(inputs) + 2 * widths.reduce(0, +) + 2 * (widths.last ?? 0)
            + scratches.reduce(0) { $0 + ($1.rows == nil ? padded($1.columns) : 0) }
        let fixed = scratches.reduce(0) { $0 + ($1.rows ?? 0) * padded($1.columns) }
        memory = try Memory(count: capacity * perExample + 2 * padded(capacity) + fixed)
        self.capacity = capacity
        self.inputs = memory.take(rows: capacity, columns: inputs)
        var outputs: [Matrix] = [], gradients: [Matrix] = []
        for (layer, isView) in zip(layers, isView) {
            let width = layer.outputShape.reduce(1, *)
            if isView {
                outputs.append(outputs.last ?? self.inputs)
                gradients.append(gradients.last ?? self.inputs)
            } else {
                outputs.append(memory.take(rows: capacity, columns: width))
                gradients.append(memory.take(rows: capacity, columns: width))
            }
        }
        self.outputs = outputs
        self.gradients = gradients
        let width = layers.last?.outputShape.reduce(1, *) ?? inputs
        allTargets = memory.take(rows: capacity, columns: width)
        probabilities = memory.take(rows: capacity, columns: width)
        allLosses = memory.take(rows: 1, columns: capacity)
        allRanks = memory.take(rows: 1, columns: capacity)
        labels = .allocate(capacity: capacity)
        labels.initialize(repeating: 0, count: capacity)
        for scratch in scratches {
            scratch.memory = memory.take(rows: scratch.rows ?? capacity, columns: scratch.columns)
        }
    }

    deinit { labels.deallocate() }

    /// The last layer's output for the examples there are.
    package var output: Matrix { (outputs.last ?? inputs).prefix(rows) }

    /// Fetches examples by their stored indices.
    ///
    /// - Parameter oneHot: whether classes are wanted as target values as well.
    package func gather(
        _ data: Dataset, _ indices: UnsafePointer<Int32>, rows: Int, oneHot: Bool, kernels: Kernels
    ) {
        self.rows = rows
        kernels.gather(data.inputs, width: inputs.columns, indices, into: inputs.prefix(rows))
        switch data.targets {
        case .classes(let classes):
            isLabelled = true
            for row in 0..<rows { labels[row] = classes[Int(indices[row])] }
            if oneHot { fillOneHot() }
        case .values(let values):
            isLabelled = false
            kernels.gather(values, width: allTargets.columns, indices, into: targets)
        }
    }

    /// Target values from labels: one-hot, or for a single output the class itself.
    private func fillOneHot() {
        for row in 0..<rows {
            for column in 0..<allTargets.columns {
                let isHot = allTargets.columns == 1 ? labels[row] == 1 : Int(labels[row]) == column
                allTargets.base[row * allTargets.stride + column] = isHot ? 1 : 0
            }
        }
    }
}
