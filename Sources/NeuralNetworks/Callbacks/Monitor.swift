/// Whether a metric should fall or rise.
public enum MonitorMode: Equatable, Sendable {
    /// As the metric asks: losses and errors fall, accuracies rise.
    case auto
    /// Less is better.
    case min
    /// More is better.
    case max
}

/// The better of a metric's values, as Keras's callbacks compare them.
struct Monitor {
    let metric: Metric
    let mode: MonitorMode
    let minDelta: Double
    private(set) var best: Double?
    private var falls = true

    init(_ metric: Metric, mode: MonitorMode, minDelta: Double) {
        self.metric = metric
        self.mode = mode
        self.minDelta = minDelta.magnitude
    }

    /// Forgets the best value, and settles the direction.
    ///
    /// - Throws: ``NetworkError`` where the metric is not measured or its direction is not known.
    mutating func begin(_ training: Training) throws(NetworkError) {
        try training.check(metric)
        best = nil
        switch mode {
        case .min: falls = true
        case .max: falls = false
        case .auto:
            guard let rises = metric.higherIsBetter else { throw .noDirection(metric.name) }
            falls = !rises
        }
    }

    /// In min mode: whether value + |δ| < reference. No reference is worse than any value.
    func improves(_ value: Double, on reference: Double?) -> Bool {
        guard let reference else { return true }
        return falls ? value + minDelta < reference : value - minDelta > reference
    }

    /// Remembers a value as the best.
    mutating func accept(_ value: Double) { best = value }
}
