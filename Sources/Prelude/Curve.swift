/// One metric of one model after each epoch, with an interval where it was measured more than once.
struct Curve {
    let model: String
    let metric: Metric
    let means: [Double]
    var intervals: [ClosedRange<Double>] = []

    init(model: String, metric: Metric, means: [Double]) {
        self.model = model
        self.metric = metric
        self.means = means
    }

    init(model: String, metric: Metric, spreads: [Spread]) {
        self.init(model: model, metric: metric, means: spreads.map { $0.mean })
        intervals = spreads.map { $0.interval }
    }

    /// The line of means. It is told from others by what they do not share: the model, the data, or both.
    func line(isOneOf curves: [Curve]) -> MarkGroup {
        styled(
            ForEach(means.indices) { epoch in
                LineMark(x: .value("Epoch", epoch + 1), y: .value(metric.title, means[epoch]))
            }, among: curves)
    }

    /// The ribbon of intervals.
    func ribbon(isOneOf curves: [Curve]) -> MarkGroup {
        styled(
            ForEach(intervals.indices) { epoch in
                AreaMark(
                    x: .value("Epoch", epoch + 1), yStart: .value("Lower 95% limit", intervals[epoch].lowerBound),
                    yEnd: .value("Upper 95% limit", intervals[epoch].upperBound))
            }, among: curves)
    }

    @ChartContentBuilder
    private func styled(_ content: some ChartContent, among curves: [Curve]) -> MarkGroup {
        let hasModels = curves.contains { $0.model != model }, hasData = curves.contains { $0.metric != metric }
        switch (hasModels, hasData) {
        case (false, false): content
        case (false, true): content.foregroundStyle(by: .value("Data", metric.data))
        case (true, false): content.foregroundStyle(by: .value("Model", model))
        case (true, true):
            content.foregroundStyle(by: .value("Model", model)).lineStyle(by: .value("Data", metric.data))
        }
    }
}
