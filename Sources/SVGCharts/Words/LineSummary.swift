/// What one line does: where it turns, and from where to where it goes.
struct LineSummary {
    private let subject: String
    private let place: String
    private let points: [(x: Datum, y: Double)]

    /// As many for all lines of the chart; nil where each number is written by itself.
    private let decimals: Int?

    init?(_ layer: Layer, _ options: ChartOptions, decimals: Int?) {
        self.decimals = decimals
        points = layer.marks.compactMap { mark in
            guard let x = mark.x, let y = (mark.yEnd ?? mark.y)?.datum.finite else { return nil }
            guard x.datum.isCategory || x.datum.finite != nil else { return nil }
            return (x.datum, y)
        }
        guard !points.isEmpty, let mark = layer.marks.first else { return nil }
        let value = Phrase.inner((mark.yEnd ?? mark.y)?.label ?? options.y.label ?? "the value")
        place = Phrase.inner(mark.x?.label ?? options.x.label ?? "")
        subject = Self.subject(layer.name, value)
    }

    var sentence: String {
        let values = points.map { $0.y }
        guard let first = values.first, let last = values.last else { return "" }
        guard let low = values.min(), let high = values.max(), values.count > 1 else {
            return "\(subject) is \(number(first)) \(at(0))"
        }
        guard high > low else { return "\(subject) is \(number(first)) throughout" }
        let rebound = last - low, retreat = high - last
        let isLowInside = low < first && rebound > 0, isHighInside = high > first && retreat > 0
        if isLowInside, rebound >= retreat || !isHighInside, rebound >= 0.05 * (high - low) {
            return turning("lowest", low, then: "rises")
        }
        if isHighInside, retreat >= 0.05 * (high - low) { return turning("highest", high, then: "falls") }
        let verb = last > first ? "rises" : "falls"
        guard abs(last - first) >= 0.1 * (high - low) else {
            return "\(subject) stays between \(number(low)) and \(number(high))"
        }
        return "\(subject) \(verb) from \(number(first)) \(at(0)) to \(number(last)) \(at(values.count - 1))"
    }
}

extension LineSummary {
    /// "Validation loss" alone where that says what is measured, else "with dropout: accuracy".
    private static func subject(_ name: String?, _ value: String) -> String {
        guard let name else { return value }
        let isSaid = Letters.words(Letters.small(name)).contains(Letters.small(value))
        return isSaid ? name : "\(name): \(value)"
    }

    private func turning(_ extreme: String, _ value: Double, then verb: String) -> String {
        let index = points.firstIndex { $0.y == value } ?? 0
        let last = points[points.count - 1].y, after = points[index...].map { abs($0.y - value) }.max() ?? 0
        // It went farther, and came back.
        let goes = abs(last - value) < 0.9 * after ? "ends at" : "\(verb) to"
        return "\(subject) is \(extreme), \(number(value)), \(at(index)), then \(goes) \(number(last))"
    }

    private func at(_ index: Int) -> String {
        let value = isZero(points[index].x) ? "0" : points[index].x.label
        return place.isEmpty ? "at \(value)" : "at \(place) \(value)"
    }

    /// Whether a number is what rounding leaves of a zero among the others.
    private func isZero(_ x: Datum) -> Bool {
        guard let x = x.finite else { return false }
        return points.contains { ($0.x.finite ?? 0).magnitude * 1e-12 > x.magnitude }
    }

    private func number(_ value: Double) -> String {
        guard let decimals, abs(value) < 1e6 else { return NumberText.people(value) }
        return NumberText.fixed(value, decimals)
    }
}

extension LineSummary {
    /// What each line does.
    static func sentences(_ layers: [Layer], _ options: ChartOptions) -> [String] {
        let values = layers.flatMap { $0.marks.compactMap { ($0.yEnd ?? $0.y)?.datum.finite } }
        // On a logarithmic axis, what is small counts as much as what is large.
        let decimals = options.y.type == .log ? nil : decimals(for: values)
        return layers.compactMap { LineSummary($0, options, decimals: decimals)?.sentence }
    }

    /// As many decimals as tell fiftieths of the values' range apart, or fewer where all values have fewer; nil where
    /// that would be many.
    static func decimals(for values: [Double]) -> Int? {
        let range = (values.max() ?? 0) - (values.min() ?? 0)
        guard range > 0, range.isFinite else { return nil }
        let telling = Int((-Mathematics.log10(range / 50)).rounded(.up))
        guard telling <= 6 else { return nil }
        return (0..<max(telling, 0)).first { decimals in
            let power = Mathematics.powerOfTen(decimals)
            return values.allSatisfy { abs(($0 * power).rounded() - $0 * power) < 1e-6 }
        } ?? max(telling, 0)
    }
}
