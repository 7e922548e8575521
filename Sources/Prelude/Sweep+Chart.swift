extension Chart {
    /// A metric at the end of each of a sweep's experiments, by the hyperparameter's value: the mean over the seeds, with
    /// its 95% interval, on training data and, where there are any, on validation data.
    ///
    ///     Chart(sweep, over: "Dropout rate", metric: .validationAccuracy)
    ///
    /// Ends the program where the metric was not measured.
    public init<Value: Plottable>(_ sweep: Sweep<Value>, over name: String, metric: Metric = .validationLoss) {
        let measured = metric.pair(among: sweep.trials.first?.histories.first?.metrics ?? [])
        let isNumeric = !sweep.values.contains { $0.primitivePlottable is String }
        self.init {
            for metric in measured {
                let series = MarkGroup.results(of: sweep, over: name, metric, isJoined: isNumeric)
                if measured.count > 1 {
                    series.foregroundStyle(by: .value("Data", metric.data))
                } else {
                    series
                }
            }
        }
    }

    /// Means with their 95% intervals, one below the other.
    ///
    ///     Chart(["without dropout": plain.final(.accuracy), "with dropout": dropped.final(.accuracy)], label: "Accuracy")
    /// - Parameter label: what was measured.
    public init(_ spreads: KeyValuePairs<String, Spread>, label: String) {
        self.init {
            for (name, spread) in spreads {
                ErrorBarMark(
                    xStart: .value("Lower 95% limit", spread.interval.lowerBound),
                    xEnd: .value("Upper 95% limit", spread.interval.upperBound), y: .value("Model", name))
                PointMark(x: .value(label, spread.mean), y: .value("Model", name))
            }
        }
    }
}

extension MarkGroup {
    fileprivate static func results<Value: Plottable>(
        of sweep: Sweep<Value>, over name: String, _ metric: Metric, isJoined: Bool
    ) -> MarkGroup {
        let results = sweep.results.map { ($0.value, $0.trials.final(metric)) }
        return ChartContentBuilder.buildBlock(
            ChartContentBuilder.buildExpression(
                ForEach(results) { value, spread in
                    ErrorBarMark(
                        x: .value(name, value), yStart: .value("Lower 95% limit", spread.interval.lowerBound),
                        yEnd: .value("Upper 95% limit", spread.interval.upperBound))
                }),
            ChartContentBuilder.buildExpression(
                ForEach(results) { value, spread in
                    if isJoined {
                        LineMark(x: .value(name, value), y: .value(metric.title, spread.mean)).symbol(.circle)
                    } else {
                        PointMark(x: .value(name, value), y: .value(metric.title, spread.mean))
                    }
                }))
    }
}
