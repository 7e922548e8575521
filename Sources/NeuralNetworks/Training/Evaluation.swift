/// What was measured on a dataset, in inference mode.
public struct Evaluation: Equatable, Sendable {
    private let metricValues: [Metric: Double]
    /// What was measured, in order: the loss, the loss without penalties, then the compiled metrics.
    public let metrics: [Metric]

    init(_ means: [(Metric, Double)]) {
        metrics = means.map { $0.0 }
        var values: [Metric: Double] = [:]
        for (metric, mean) in means { values[metric] = mean }
        metricValues = values
    }

    /// A metric's value; NaN where it was not measured.
    public subscript(metric: Metric) -> Double { metricValues[metric] ?? .nan }
}
