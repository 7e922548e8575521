import SVGCharts

extension ChartCase {
    static let all: [ChartCase] = [
        ChartCase(name: "accuracy") { AccuracyCurves.chart },
        ChartCase(name: "accuracy-narrow", chart: { AccuracyCurves.chart }, layout: .narrow),
        ChartCase(name: "accuracy-direct") { AccuracyCurves.chart.directLabels() },
        ChartCase(name: "accuracy-direct-narrow", chart: { AccuracyCurves.chart.directLabels() }, layout: .narrow),
        ChartCase(name: "loss-two-series") {
            Chart {
                for (name, losses) in [
                    ("training loss", [0.91, 0.55, 0.42, 0.36, 0.31, 0.27, 0.24, 0.21]),
                    ("validation loss", [0.72, 0.49, 0.41, 0.36, 0.33, 0.31, 0.34, 0.38]),
                ] {
                    for (epoch, loss) in losses.enumerated() {
                        LineMark(x: .value("Epoch", epoch + 1), y: .value("Loss", loss))
                            .foregroundStyle(by: .value("Data", name))
                    }
                }
                RuleMark(x: .value("Epoch", 6)).lineStyle(StrokeStyle(lineWidth: 1.25, dash: [2, 3]))
            }
            .chartTitle("The model begins to overfit after epoch 6")
        },
        ChartCase(name: "points-and-line") {
            Chart {
                for index in 0..<40 {
                    let x = Double(index) / 40, noise = Double((index * 7919) % 13) / 13 - 0.5
                    PointMark(x: .value("x", x), y: .value("y", x * x + noise * 0.3))
                        .foregroundStyle(by: .value("Class", index % 3 == 0 ? "cat" : index % 3 == 1 ? "dog" : "bird"))
                }
            }
        },
        ChartCase(name: "lines-with-symbols") {
            Chart {
                for (rate, values) in [("0.01", [1.0, 0.6, 0.5]), ("0.1", [1, 0.4, 0.45]), ("1", [1, 1.3, 2.1])] {
                    for (step, value) in values.enumerated() {
                        LineMark(x: .value("Step", step * 1000), y: .value("Loss", value))
                            .foregroundStyle(by: .value("Learning rate", rate))
                            .symbol(by: .value("Learning rate", rate))
                    }
                }
            }
        },
        ChartCase(name: "ribbon") {
            Chart {
                for index in 0...20 {
                    let x = Double(index) / 10, y = 1 / (1 + x)
                    AreaMark(
                        x: .value("Penalty", x), yStart: .value("Lower", y - 0.1 * x),
                        yEnd: .value("Upper", y + 0.1 * x))
                    LineMark(x: .value("Penalty", x), y: .value("Test error", y))
                }
            }
            .chartYAxisLabel("Test error, mean and 95% interval")
        },
        ChartCase(name: "bars") {
            Chart([("least squares", 0.521), ("best subset", 0.492), ("ridge", 0.492), ("lasso", 0.479)]) { row in
                BarMark(x: .value("Method", row.0), y: .value("Test error", row.1))
            }
        },
        ChartCase(name: "bars-horizontal") {
            Chart([("least squares", 0.521), ("best subset", 0.492), ("ridge", 0.492), ("lasso", 0.479)]) { row in
                BarMark(x: .value("Test error", row.1), y: .value("Method", row.0))
            }
        },
        ChartCase(name: "bars-stacked") {
            Chart {
                for (model, parts) in [("ridge", [0.2, 0.5]), ("lasso", [0.3, 0.35]), ("none", [0.05, 0.9])] {
                    for (part, value) in zip(["bias²", "variance"], parts) {
                        BarMark(x: .value("Model", model), y: .value("Error", value))
                            .foregroundStyle(by: .value("Part", part))
                    }
                }
            }
        },
        ChartCase(name: "bars-grouped") {
            Chart {
                for (model, parts) in [("ridge", [0.2, 0.5]), ("lasso", [0.3, 0.35]), ("none", [-0.05, 0.9])] {
                    for (part, value) in zip(["bias²", "variance"], parts) {
                        BarMark(x: .value("Model", model), y: .value("Error", value))
                            .foregroundStyle(by: .value("Part", part)).position(by: .value("Part", part))
                    }
                }
            }
        },
        ChartCase(name: "histogram") {
            Chart(Array([2, 5, 11, 18, 22, 17, 9, 4, 1].enumerated())) { bin, count in
                BarMark(
                    xStart: .value("Weight", Double(bin) * 0.2 - 0.9),
                    xEnd: .value("Weight", Double(bin + 1) * 0.2 - 0.9),
                    y: .value("Count", count))
            }
        },
        ChartCase(name: "gaps") {
            Chart(Array([1.0, 2, .nan, 3, .infinity, 2, 4].enumerated())) { index, value in
                LineMark(x: .value("Step", index), y: .value("Gradient norm", value))
            }
        },
        ChartCase(name: "one-point") {
            Chart { LineMark(x: .value("Epoch", 1), y: .value("Loss", 0.5)) }
        },
        ChartCase(name: "equal-values") {
            Chart(0..<5) { LineMark(x: .value("Epoch", $0), y: .value("Loss", 0.5)) }
        },
        ChartCase(name: "empty") {
            Chart([Double]()) { LineMark(x: .value("Epoch", $0), y: .value("Loss", $0)) }.chartTitle("Nothing yet")
        },
        ChartCase(name: "log-scale") {
            Chart(-3..<4) { power in
                let x = [0.001, 0.01, 0.1, 1, 10, 100, 1000][power + 3]
                LineMark(x: .value("λ", x), y: .value("Test error", 0.5 + 0.02 * Double(power * power)))
                    .interpolationMethod(.monotone)
            }
            .chartXScale(type: .log)
        },
        ChartCase(name: "markup-in-names") {
            Chart {
                for (name, slope) in [("a < b & \"c\"", 1), ("naïve — β₁", -1)] {
                    for x in 0..<3 {
                        LineMark(x: .value("x <y>", x), y: .value("R² & co", x * slope), series: .value("s", name))
                            .foregroundStyle(by: .value("s", name))
                    }
                }
            }
            .chartTitle("Is a < b & c > d?")
            .directLabels()
        },
        ChartCase(name: "explicit-axes") {
            Chart(1...10, id: \.self) { epoch in
                LineMark(x: .value("Epoch", epoch), y: .value("Accuracy", 0.9 - 0.3 / Double(epoch)))
            }
            .chartYScale(domain: 0.7...0.9)
            .chartXAxis { AxisMarks(values: [1, 4, 7, 10]) }
            .chartYAxis {
                AxisMarks(values: .stride(by: 0.05)) {
                    AxisGridLine()
                    AxisValueLabel(format: .percent)
                }
            }
            .chartLegend(.hidden)
        },
    ]
}
