/// What was measured on a dataset, in inference mode.
public struct Evaluation: Equatable, Sendable {
    /// What was measured, in order: the loss, the loss without penalties, then the compiled metrics.
    public let metrics: [Metric]
    private let values: [Double]

    init(_ means: [(Metric, Double)]) {
        metrics = means.map { $0.0 }
        values = means.map { $0.1 }
    }

    /// A metric's value; NaN where it was not measured.
    public subscript(metric: Metric) -> Double { metrics.firstIndex(of: metric).map { values[$0] } ?? .nan }
}
