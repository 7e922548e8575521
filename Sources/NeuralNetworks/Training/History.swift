/// What was measured after each epoch.
///
/// Training metrics are running means over the epoch, with noise on and weights changing, as in Keras. They are
/// therefore not comparable with validation metrics: evaluate the training data with `evaluate` for that.
public struct History: Equatable, Sendable {
    private var columns: [Column] = []

    private struct Column: Equatable, Sendable {
        let metric: Metric
        var values: [Double]
    }

    /// A history without epochs.
    public init() {}

    /// A metric's value after each epoch; empty where it was not measured.
    public subscript(metric: Metric) -> [Double] {
        columns.first { $0.metric == metric }?.values ?? []
    }

    /// What was measured, in order.
    public var metrics: [Metric] { columns.map { $0.metric } }

    /// The number of epochs.
    public var epochs: Int { self[.loss].count }

    /// A metric's value after the last epoch, or nil.
    public func last(_ metric: Metric) -> Double? { self[metric].last }

    /// Appends a value: after an epoch, or once at the end for a measure of your own, such as test accuracy.
    public mutating func record(_ value: Double, for metric: Metric) {
        if let index = columns.firstIndex(where: { $0.metric == metric }) {
            columns[index].values.append(value)
        } else {
            columns.append(Column(metric: metric, values: [value]))
        }
    }
}
