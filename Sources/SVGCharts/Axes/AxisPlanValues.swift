extension AxisPlan {
    /// The values to mark.
    struct Values {
        let data: [Datum]
        /// How many decimals tell them apart; nil where each is written by itself, as on a logarithmic axis.
        let decimals: Int?

        init(data: [Datum], decimals: Int?) {
            self.data = data
            self.decimals = decimals
        }

        init(_ sequence: TickSequence) {
            self.init(data: sequence.values.map { .number($0) }, decimals: sequence.decimals)
        }
    }

    func values(_ values: AxisMarkValues, on scale: Scale, count: Int) -> Values {
        switch values.choice {
        case .exactly(let data):
            let shown = data.filter { isOn(scale, $0) }
            return Values(data: shown, decimals: Self.decimals(of: shown.compactMap { $0.finite }))
        case .stride(let step) where scale.type != .category:
            let multiples = Self.multiples(of: step, from: scale.lower, through: scale.upper)
            return Values(data: multiples.map { .number($0) }, decimals: Self.decimals(of: [step]))
        case .stride:
            return Values(data: scale.categories.map { .category($0) }, decimals: 0)
        case .automatic(let desired):
            return automatic(on: scale, count: desired ?? count)
        }
    }

    func automatic(on scale: Scale, count: Int) -> Values {
        switch scale.type {
        case .category:
            return Values(data: scale.categories.map { .category($0) }, decimals: 0)
        case .log:
            let values = LogTicks(lower: scale.lower, upper: scale.upper, count: count).values
            return Values(data: values.map { .number($0) }, decimals: nil)
        case .symmetricLog:
            let values = LogTicks.symmetric(lower: scale.lower, upper: scale.upper, count: count)
            return Values(data: values.map { .number($0) }, decimals: nil)
        case .linear, .squareRoot:
            guard let found = sequence(scale.lower, scale.upper, count: count, reach: .inside) else {
                return Values(data: [.number(scale.lower), .number(scale.upper)], decimals: nil)
            }
            return Values(found)
        }
    }

    private func isOn(_ scale: Scale, _ datum: Datum) -> Bool {
        guard case .number(let value) = datum, scale.type != .category else { return scale.place(datum) != nil }
        return scale.place(value) != nil && value >= scale.lower && value <= scale.upper
    }

    private static func multiples(of step: Double, from lower: Double, through upper: Double) -> [Double] {
        guard step > 0, step.isFinite, (upper - lower) / step <= 200 else { return [] }
        let tolerance = step * 1e-9
        let first = ((lower - tolerance) / step).rounded(.up), last = ((upper + tolerance) / step).rounded(.down)
        return first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : []
    }

    /// The fewest decimals, up to six, that show each value to a millionth of the largest.
    private static func decimals(of values: [Double]) -> Int {
        let tolerance = (values.map { abs($0) }.filter { $0 > 0 }.min() ?? 1) * 1e-6
        return (0..<6).first { decimals in
            let power = Mathematics.powerOfTen(decimals)
            return values.allSatisfy { abs(($0 * power).rounded() / power - $0) <= tolerance }
        } ?? 6
    }
}
