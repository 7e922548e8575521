import SVGCharts

/// Four accuracy curves over ten epochs: the chart of the chapter on dropout.
enum AccuracyCurves {
    struct Run {
        let model: String
        let split: String
        let accuracy: [Double]
    }

    static let runs = [
        Run(
            model: "without dropout", split: "training",
            accuracy: [0.8184, 0.8641, 0.8768, 0.8857, 0.8919, 0.8972, 0.9027, 0.9063, 0.9101, 0.9136]),
        Run(
            model: "without dropout", split: "validation",
            accuracy: [0.8512, 0.8634, 0.8743, 0.8791, 0.8762, 0.8823, 0.8851, 0.8836, 0.8847, 0.8829]),
        Run(
            model: "with dropout", split: "training",
            accuracy: [0.6853, 0.7921, 0.8148, 0.8259, 0.8332, 0.8384, 0.8421, 0.8449, 0.8478, 0.8496]),
        Run(
            model: "with dropout", split: "validation",
            accuracy: [0.8217, 0.8419, 0.8495, 0.8563, 0.8601, 0.8642, 0.8659, 0.8683, 0.8701, 0.8712]),
    ]

    static var chart: Chart {
        Chart {
            for run in runs {
                for (epoch, accuracy) in run.accuracy.enumerated() {
                    LineMark(x: .value("Epoch", epoch + 1), y: .value("Accuracy", accuracy))
                        .foregroundStyle(by: .value("Model", run.model))
                        .lineStyle(by: .value("Data", run.split))
                }
            }
        }
        .chartTitle("Dropout narrows the gap between training and validation")
    }
}
