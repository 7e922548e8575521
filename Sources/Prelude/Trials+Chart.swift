extension Trials: ChartConvertible {
    /// The mean loss after each epoch, with the 95% interval of the mean.
    public var chart: Chart { Chart(self) }
}

extension Chart {
    /// A metric's mean over the trials after each epoch, with the 95% interval of that mean as a ribbon, on training
    /// data and, where there are any, on validation data: `Chart(trials, metric: .accuracy)`.
    ///
    /// Ends the program where the metric was not measured.
    public init(_ trials: Trials, metric: Metric = .loss) {
        self.init([("", trials)], metric: metric)
    }

    /// A metric of several experiments: means and 95% intervals, a colour for each.
    ///
    ///     Chart(["without dropout": plain, "with dropout": dropped], metric: .validationAccuracy)
    ///
    /// Ends the program where the metric was not measured.
    public init(_ trials: KeyValuePairs<String, Trials>, metric: Metric = .loss) {
        self.init(trials.map { ($0.key, $0.value) }, metric: metric)
    }

    private init(_ experiments: [(name: String, trials: Trials)], metric: Metric) {
        let curves = experiments.flatMap { name, trials in
            metric.pair(among: trials.histories.first?.metrics ?? []).map {
                Curve(model: name, metric: $0, spreads: trials[$0])
            }
        }
        self.init {
            for curve in curves { curve.ribbon(isOneOf: curves) }
            for curve in curves { curve.line(isOneOf: curves) }
        }
    }
}
