extension CrossValidation: ChartConvertible {
    /// The held-out error of each candidate.
    public var chart: Chart { Chart(self) }
}

extension Chart {
    /// The held-out error of each candidate, with one standard error to each side, a rule at the candidate of least error
    /// and a dashed one at the simplest within one standard error of it.
    /// - Parameter name: the parameter's name; λ has a logarithmic axis.
    public init(_ choice: CrossValidation, over name: String = "λ") {
        let isLogarithmic = name == "λ" && choice.parameters.allSatisfy { $0 > 0 }
        let candidates = zip(choice.parameters, choice.errors).sorted { $0.0 < $1.0 }
        self = Chart {
            for (parameter, error) in candidates {
                AreaMark(
                    x: .value(name, parameter),
                    yStart: .value("One standard error below", error.mean - error.standardError),
                    yEnd: .value("One standard error above", error.mean + error.standardError))
            }
            for (parameter, error) in candidates {
                LineMark(x: .value(name, parameter), y: .value("Held-out error", error.mean))
            }
            RuleMark(x: .value(name, choice.parameters[choice.bestIndex])).foregroundStyle(.orange)
                .annotation(position: .top) { Text("least") }
            RuleMark(x: .value(name, choice.parameters[choice.oneStandardErrorIndex]))
                .foregroundStyle(.orange).lineStyle(StrokeStyle(lineWidth: 1.25, dash: [4, 3]))
                .annotation(position: .top) { Text("one standard error") }
        }
        .chartXScale(type: isLogarithmic ? .log : .linear)
    }
}
