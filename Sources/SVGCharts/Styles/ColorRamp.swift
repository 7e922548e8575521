/// How deep a colour is for a number: from nothing at zero, or at the least value where all are far from zero, to deep
/// at the value farthest from it. Numbers below zero have a colour of their own. A number that is alone counts from zero.
package struct ColorRamp: Sendable {
    package let label: String
    private let base: Double
    private let reach: Double
    private let lower: Double
    private let upper: Double
    /// Whether there are no numbers but the least and the greatest.
    private let isOfTwo: Bool

    /// Over the numbers that the channels hold; nil where there are none, or names among them.
    package init?(_ channels: [Channel]) {
        guard let first = channels.first, !channels.contains(where: { $0.datum.isCategory }) else { return nil }
        let numbers = channels.compactMap { $0.datum.finite }
        guard let lower = numbers.min(), let upper = numbers.max() else { return nil }
        label = first.label
        base = lower > 0 && lower > upper / 2 && lower < upper ? lower : 0
        reach = max(abs(lower - base), abs(upper - base))
        (self.lower, self.upper) = (lower, upper)
        isOfTwo = !numbers.contains { $0 > lower && $0 < upper }
    }

    /// The colour of a number and how much of it there is, from 0 to 1.
    package func look(of value: Double) -> (color: Color, depth: Double) {
        guard value.isFinite, reach > 0 else { return (.series(0), 0) }
        return (.series(value < base ? 1 : 0), Self.deepest * min(abs(value - base) / reach, 1))
    }

    /// Short of full, so that text on it keeps its contrast.
    private static let deepest = 0.85

    /// Values to show in a legend.
    package var samples: [Double] {
        guard upper > lower else { return [lower] }
        if isOfTwo { return [lower, upper] }
        let search = ExtendedWilkinson(lower: min(lower, base), upper: upper, count: 5, reach: .inside)
        return search.search()?.values ?? [lower]
    }
}
