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

    /// The widest label.
    package func labelWidth(size: Double) -> Double {
        ticks.map { TextMeasure.width($0.label, size: size) }.max() ?? 0
    }
}
