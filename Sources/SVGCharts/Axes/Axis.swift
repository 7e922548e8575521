/// One axis, ready to be drawn: its scale, and what stands at which value.
package struct Axis {
    package var scale: Scale
    package let label: String?
    package var ticks: [Tick]

    /// What an axis draws at one value.
    package struct Tick {
        package let datum: Datum
        package var label: String
        package let hasGridLine: Bool
        package let hasTick: Bool
    }

    /// Shortens labels that would take too much of the picture.
    mutating func truncateLabels(size: Double, width: Double) {
        let labels = TextMeasure.truncate(ticks.map { $0.label }, size: size, width: width)
        for (index, label) in labels.enumerated() { ticks[index].label = label }
    }

    /// How far the label of a last value at the end of the axis stands out beyond the plot.
    func overhang(size: Double, inset: Double) -> Double {
        guard scale.type != .category, let last = ticks.last else { return 0 }
        return max(0, TextMeasure.width(last.label, size: size) / 2 - inset - 2)
    }

    /// The widest label.
    package func labelWidth(size: Double) -> Double {
        ticks.map { TextMeasure.width($0.label, size: size) }.max() ?? 0
    }
}
