/// Running means over an epoch or an evaluation, batch by batch.
package final class Tally {
    private let metrics: [Metric]
    private let head: Head
    private let needsPredictions: Bool
    private var examples = 0
    private var bareLoss = 0.0
    private var penalties = 0.0
    private var sums: [Double]

    init(metrics: [Metric], head: Head, data: Dataset) {
        self.metrics = metrics
        self.head = head
        sums = metrics.map { _ in 0 }
        let needsRanksOnly = metrics.allSatisfy { $0.isOfWeights || $0.isOfRanks }
        needsPredictions = !(head.isFusedSoftmax && data.classCount != nil && needsRanksOnly)
    }

    /// Whether the batch's targets are wanted as values, one-hot where they are classes.
    var needsTargets: Bool { needsPredictions || !head.isFusedSoftmax }

    func reset() {
        examples = 0
        bareLoss = 0
        penalties = 0
        for index in sums.indices { sums[index] = 0 }
    }

    /// Adds a batch that the head has measured; the result is its mean loss, without penalties.
    func add(_ batch: Batch, kernels: Kernels) -> Double {
        let rows = batch.rows, losses = batch.losses.base
        var sum = 0.0
        for row in 0..<rows { sum += Double(losses[row]) }
        examples += rows
        bareLoss += sum
        if metrics.isEmpty { return sum / Double(rows) }
        var predictions = batch.output
        if needsPredictions {
            if head.activation != .linear {
                kernels.activate(head.activation, predictions, into: batch.probabilities.prefix(rows))
                predictions = batch.probabilities.prefix(rows)
            }
            predictions.rank(batch.targets, into: batch.ranks)
        }
        for index in metrics.indices { sums[index] += metrics[index].sum(batch, predictions) }
        return sum / Double(rows)
    }

    /// Adds what penalties added to a batch's mean loss.
    func add(penalty: Double, rows: Int) { penalties += penalty * Double(rows) }

    /// The means, each under its name; NaN where nothing was added.
    func means(of graph: Graph) -> [(Metric, Double)] {
        let count = Double(examples)
        var means = [(Metric.loss, (bareLoss + penalties) / count), (Metric.bareLoss, bareLoss / count)]
        for index in metrics.indices {
            means.append((metrics[index], metrics[index].ofWeights(graph) ?? sums[index] / count))
        }
        return means
    }
}

private extension Metric {
    /// Whether ranks suffice.
    var isOfRanks: Bool {
        switch computation {
        case .accuracy, .topK: true
        default: false
        }
    }

    /// The sum over a batch's examples.
    func sum(_ batch: Batch, _ predictions: Matrix) -> Double {
        let ranks = batch.ranks.base, targets = batch.targets
        var sum = 0.0
        switch computation {
        case .accuracy: for row in 0..<batch.rows where ranks[row] < 0.5 { sum += 1 }
        case .topK(let k): for row in 0..<batch.rows where ranks[row] < Float(k) { sum += 1 }
        case .squaredError, .absoluteError:
            for row in 0..<batch.rows {
                var error = 0.0
                for column in 0..<targets.columns {
                    let difference = Double(predictions[row, column]) - Double(targets[row, column])
                    error += computation == .squaredError ? difference * difference : difference.magnitude
                }
                sum += error / Double(targets.columns)
            }
        case .weightNorm, .sparsity, nil: break
        }
        return sum
    }

    /// The value, where it is one of the weights.
    func ofWeights(_ graph: Graph) -> Double? {
        guard isOfWeights else { return nil }
        var squares = 0.0, zeros = 0, count = 0
        for parameter in graph.trainable {
            let value = parameter.value
            for row in 0..<value.rows {
                for column in 0..<value.columns {
                    let weight = Double(value[row, column])
                    squares += weight * weight
                    if weight == 0 { zeros += 1 }
                }
            }
            count += parameter.count
        }
        return computation == .weightNorm ? squares.squareRoot() : Double(zeros) / Double(max(count, 1))
    }
}

private extension Matrix {
    /// How many outputs beat the target's class (the largest target), and a half where an earlier one ties with it; for
    /// one output 0 if it is on the target's side of ½, else 1. NaN is beaten by all.
    func rank(_ targets: Matrix, into ranks: Matrix) {
        for row in 0..<rows {
            if columns == 1 {
                ranks[0, row] = (self[row, 0] > 0.5) == (targets[row, 0] > 0.5) ? 0 : 1
                continue
            }
            var wanted = 0
            for column in 1..<columns where targets[row, column] > targets[row, wanted] { wanted = column }
            let score = self[row, wanted]
            var beating = score.isNaN ? columns : 0, isTied = false
            for column in 0..<columns {
                if self[row, column] > score { beating += 1 }
                if self[row, column] == score, column < wanted { isTied = true }
            }
            ranks[0, row] = Float(beating) + (isTied ? 0.5 : 0)
        }
    }
}
