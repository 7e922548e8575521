extension ConfusionMatrix: ChartConvertible {
    /// How many examples of each class were taken for each: a row for each label, a column for each prediction.
    public var chart: Chart { Chart(self) }
}

extension Chart {
    /// How many examples of each class were taken for each: a row for each label, a column for each prediction.
    public init(_ matrix: ConfusionMatrix) {
        let names = matrix.classNames
        self = Chart {
            for label in names.indices {
                for prediction in names.indices {
                    RectangleMark(x: .value("Predicted", names[prediction]), y: .value("Label", names[label]))
                        .foregroundStyle(by: .value("Number of examples", matrix[label, prediction]))
                        .annotation(position: .overlay) {
                            Text(matrix[label, prediction] == 0 ? "" : "\(matrix[label, prediction])")
                        }
                }
            }
        }
        .chartLegend(.hidden)
        .aspectRatio(1.5)
    }
}
