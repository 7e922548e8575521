/// A running `fit`, as callbacks see it.
public final class Training {
    /// The model that trains.
    public let model: Sequential
    /// How many epochs were asked for.
    public let epochs: Int
    /// How many examples an epoch has.
    public let examples: Int
    /// How many examples a step has, but for the last of an epoch.
    public let batchSize: Int
    /// What each epoch measures.
    public let metrics: [Metric]
    /// The epoch, from 0.
    public package(set) var epoch = 0
    /// What was measured so far.
    public package(set) var history = History()
    /// The mean loss of the last batch, with penalties.
    public package(set) var batchLoss = 0.0
    /// Whether training ends after this epoch.
    public private(set) var isStopped = false

    package init(model: Sequential, epochs: Int, metrics: [Metric], examples: Int, batchSize: Int) {
        self.model = model
        self.epochs = epochs
        self.metrics = metrics
        self.examples = examples
        self.batchSize = batchSize
    }

    /// Ends training after this epoch; called during one, after this step.
    public func stop() { isStopped = true }

    /// What was measured in the epoch that just ended, or nil.
    public func value(of metric: Metric) -> Double? { history.last(metric) }

    /// The learning rate of the next step. Setting it scales the rest of a schedule.
    public var learningRate: Double {
        get { model.learningRate ?? 0 }
        set {
            let current = learningRate
            if current > 0 { model.rateFactor *= newValue / current }
        }
    }

    package func record(_ values: [(Metric, Double)]) {
        for (metric, value) in values { history.record(value, for: metric) }
    }

    /// Checks that a metric is measured.
    package func check(_ monitor: Metric) throws(NetworkError) {
        guard metrics.contains(monitor) else {
            throw .unknownMonitor(monitor.name, available: metrics.map { $0.name })
        }
    }
}
