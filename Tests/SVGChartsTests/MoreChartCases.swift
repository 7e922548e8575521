import SVGCharts

extension ChartCase {
    /// Marks and scales beyond those of learning curves.
    static let more: [ChartCase] = [
        ChartCase(name: "confusion-matrix") {
            let names = ["coat", "dress", "pullover", "shirt"]
            let counts = [[812, 21, 96, 71], [24, 899, 18, 59], [104, 12, 801, 83], [117, 63, 98, 722]]
            return Chart {
                for (row, actual) in names.enumerated() {
                    for (column, predicted) in names.enumerated() {
                        RectangleMark(x: .value("Predicted", predicted), y: .value("Actual", actual))
                            .foregroundStyle(by: .value("Images", counts[row][column]))
                            .annotation(position: .overlay) { Text("\(counts[row][column])") }
                    }
                }
            }
            .chartTitle("Shirts are mistaken for coats and pullovers")
        },
        ChartCase(name: "error-bars") {
            Chart([("none", 0.882, 0.004), ("L2", 0.889, 0.003), ("dropout", 0.893, 0.005)]) { row in
                ErrorBarMark(
                    x: .value("Regularizer", row.0), yStart: .value("Low", row.1 - row.2),
                    yEnd: .value("High", row.1 + row.2))
                PointMark(x: .value("Regularizer", row.0), y: .value("Test accuracy", row.1)).symbolSize(60)
            }
        },
        ChartCase(name: "line-plots") {
            Chart {
                LinePlot(x: "x", y: "activation", domain: -3...3) { max(0, $0) }
                    .foregroundStyle(by: .value("Function", "ReLU"))
                LinePlot(x: "x", y: "activation", domain: -3...3) { $0 / (1 + abs($0)) }
                    .foregroundStyle(by: .value("Function", "softsign"))
            }
            .directLabels()
        },
        ChartCase(name: "raster") {
            Chart {
                RasterMark(x: "x₁", y: "x₂", xDomain: -2...2, yDomain: -2...2, columns: 40, rows: 40, label: "Score") {
                    $0 * $0 - $1 * $1 * $1 / 2
                }
                for index in 0..<24 {
                    let x = Double((index * 37) % 40) / 10 - 2, y = Double((index * 53) % 41) / 10 - 2
                    PointMark(x: .value("x₁", x), y: .value("x₂", y)).foregroundStyle(.black)
                }
            }
        },
        ChartCase(name: "contours") {
            Chart {
                ContourMark(
                    x: "w₁", y: "w₂", xDomain: -2...2, yDomain: -1.5...1.5, columns: 40, rows: 30, label: "Loss"
                ) {
                    $0 * $0 + 4 * $1 * $1
                }
                .foregroundStyle(.secondary)
                for step in 0..<8 {
                    let shrink = [1.9, 1.2, 0.8, 0.5, 0.3, 0.2, 0.1, 0.05][step]
                    LineMark(x: .value("w₁", shrink), y: .value("w₂", shrink * (step % 2 == 0 ? 0.7 : -0.6)))
                        .symbol(.circle)
                }
            }
            .chartTitle("Steep across, flat along: the path zigzags")
        },
        ChartCase(name: "annotated-bars") {
            Chart([("ridge", 0.492), ("lasso", 0.479)]) { row in
                BarMark(x: .value("Test error", row.1), y: .value("Method", row.0))
                    .annotation { Text("\(row.1)") }
            }
            .frame(height: 110)
        },
        ChartCase(name: "region-and-note") {
            Chart {
                RectangleMark(xStart: .value("Epoch", 4), xEnd: .value("Epoch", 6)).foregroundStyle(.secondary).opacity(
                    0.12)
                for (epoch, loss) in [0.9, 0.6, 0.45, 0.38, 0.36, 0.41, 0.5].enumerated() {
                    LineMark(x: .value("Epoch", epoch + 1), y: .value("Validation loss", loss))
                        .interpolationMethod(.monotone).symbol(.circle)
                }
                PointMark(x: .value("Epoch", 5), y: .value("Validation loss", 0.36)).foregroundStyle(.orange)
                    .annotation(position: .top, spacing: 9) { Text("best: 0.36") }
            }
        },
        ChartCase(name: "areas-stacked") {
            Chart {
                for (name, values) in [("bias²", [4.0, 2, 1, 0.5]), ("variance", [0.2, 0.5, 1.5, 4])] {
                    for (degree, value) in values.enumerated() {
                        AreaMark(x: .value("Degree", degree + 1), y: .value("Error", value))
                            .foregroundStyle(by: .value("Part", name)).opacity(0.8)
                    }
                }
            }
        },
        ChartCase(name: "symmetric-log-steps") {
            Chart(Array([-1000.0, -20, 0, 3, 500].enumerated())) { step, value in
                LineMark(x: .value("Step", step), y: .value("Update", value)).interpolationMethod(.stepCenter)
            }
            .chartYScale(type: .symmetricLog)
        },
        ChartCase(name: "legend-below") {
            Chart(0..<24) { index in
                PointMark(x: .value("Width", index * index), y: .value("Depth", index % 7))
                    .foregroundStyle(
                        by: .value("Optimizer", ["SGD", "Adam", "RMSprop", "Adagrad", "AdamW"][index % 5]))
            }
            .chartXScale(type: .squareRoot).chartLegend(position: .bottom)
        },
    ]
}
