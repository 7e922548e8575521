extension History: ChartConvertible {
    /// The loss after each epoch, on training and on validation data.
    public var chart: Chart { Chart(self) }
}

extension Chart {
    /// A metric after each epoch, on training data and, where there are any, on validation data: `Chart(history)`,
    /// `Chart(history, metric: .accuracy)`. A metric on validation data alone is a single line.
    ///
    /// Ends the program where the metric was not measured.
    public init(_ history: History, metric: Metric = .loss) {
        self.init([("", history)], metric: metric)
    }

    /// A metric of several models after each epoch: a colour for each model, a dash for what it is measured on.
    ///
    ///     Chart(["without dropout": plain, "with dropout": dropped], metric: .accuracy)
    ///
    /// Ends the program where the metric was not measured.
    public init(_ histories: KeyValuePairs<String, History>, metric: Metric = .loss) {
        self.init(histories.map { ($0.key, $0.value) }, metric: metric)
    }

    private init(_ histories: [(name: String, history: History)], metric: Metric) {
        let curves = histories.flatMap { name, history in
            metric.pair(among: history.metrics).map { Curve(model: name, metric: $0, means: history[$0]) }
        }
        self.init { for curve in curves { curve.line(isOneOf: curves) } }
    }
}
