/// From a value to a place along one axis.
package struct Scale: Sendable {
    package let type: ScaleType
    /// The smallest and the largest value drawn, for a scale of numbers.
    package let lower: Double
    package let upper: Double
    /// The names in their order, for a scale of categories.
    package let categories: [String]
    /// Where the lower and the upper end are, in the chart's units; on the y axis the start lies below.
    package var start = 0.0
    package var end = 1.0

    private var index = HashIndex()
    private let lowerPlace: Double
    private let upperPlace: Double

    package init(type: ScaleType, lower: Double, upper: Double) {
        self.type = type
        self.lower = lower
        self.upper = upper
        categories = []
        lowerPlace = type.transform(lower) ?? 0
        upperPlace = type.transform(upper) ?? 1
    }

    package init(categories: [String]) {
        type = .category
        lower = 0
        upper = Double(max(categories.count, 1))
        self.categories = categories
        lowerPlace = lower
        upperPlace = upper
        for name in categories { index.append(name.fingerprint) }
    }

    /// The place of a value, a category's being the middle of its band; nil for what cannot be drawn.
    package func place(_ datum: Datum) -> Double? {
        switch datum {
        case .number(let value) where type != .category: place(value)
        case .number, .category: band(of: datum.name).flatMap { place(Double($0) + 0.5) }
        }
    }

    /// The place of a number; for a scale of categories, counted in bands.
    package func place(_ value: Double) -> Double? {
        guard let place = type.transform(value), upperPlace != lowerPlace else { return nil }
        let result = start + (place - lowerPlace) / (upperPlace - lowerPlace) * (end - start)
        return result.isFinite ? result : nil
    }

    private func band(of name: String) -> Int? { index.first(name.fingerprint) { categories[$0] == name } }

    /// The width of one category's band.
    package var band: Double { abs(end - start) / Double(max(categories.count, 1)) }

    /// Where marks that stand on this axis begin: at zero, or at the end nearest to it.
    package var base: Double {
        guard type != .log, let zero = place(0) else { return start }
        return min(max(zero, min(start, end)), max(start, end))
    }
}
