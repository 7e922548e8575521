extension RegularizationPath: ChartConvertible {
    /// Each coefficient as it changes with the penalty.
    public var chart: Chart { Chart(self) }
}

extension Chart {
    /// Each coefficient of a path as it changes with the penalty λ, from strong penalties on the left to weak ones on the
    /// right: `Chart(path, names: ["lcavol", "lweight"])`.
    ///
    /// Ends the program where there are names, but not one for each coefficient.
    /// - Parameter names: the features' names; otherwise "β₁", "β₂" and so on.
    public init(_ path: RegularizationPath, names: [String] = []) {
        let count = path.models.first?.coefficients.count ?? 0
        guard names.isEmpty || names.count == count else {
            fatalError("\(names.count) names for a path of \(count) coefficients")
        }
        let names = names.isEmpty ? (0..<count).map { "β" + Self.subscripted($0 + 1) } : names
        let isPositive = path.lambdas.allSatisfy { $0 > 0 }
        self = Chart {
            for feature in 0..<count {
                for (lambda, coefficient) in zip(path.lambdas, path.coefficients(ofFeature: feature)) {
                    LineMark(x: .value("λ", lambda), y: .value("Coefficient", coefficient))
                        .foregroundStyle(by: .value("Feature", names[feature]))
                }
            }
        }
        .chartXScale(domain: .automatic(reversed: true), type: isPositive ? .log : .symmetricLog)
        .directLabels()
    }

    private static func subscripted(_ number: Int) -> String {
        let digits = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
        return String(number).utf8.map { digits[Int($0 - 0x30)] }.joined()
    }
}
