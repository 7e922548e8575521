/// A colour that follows the page's mode: one of the theme's, or a fixed one.
public struct Color: Hashable, Sendable {
    /// The CSS value, such as `var(--chart-1, #6D8AF3)`.
    package let css: String

    package init(css: String) { self.css = css }

    /// A colour that is the same in both modes, from its components in 0...1.
    public init(red: Double, green: Double, blue: Double) {
        var text = "#"
        for component in [red, green, blue] {
            let byte = component.isFinite ? Int((min(max(component, 0), 1) * 255).rounded()) : 0
            for digit in [byte / 16, byte % 16] { text.unicodeScalars.append(Color.hexDigit(digit)) }
        }
        css = text
    }

    /// The colour of the n-th series, counted from 0; after the last it begins again.
    public static func series(_ index: Int) -> Color {
        let count = Palette.series.count
        let slot = ((index % count) + count) % count
        return Palette.series[slot].color
    }

    /// The first series' colour.
    public static var blue: Color { series(0) }
    /// The second series' colour.
    public static var orange: Color { series(1) }
    /// The third series' colour.
    public static var green: Color { series(2) }
    /// The fourth series' colour.
    public static var purple: Color { series(3) }
    /// The colour that stands out most: the fifth series' colour.
    public static var black: Color { series(4) }
    /// The colour of the text around the chart.
    public static var primary: Color { Color(css: "currentColor") }
    /// A quieter colour, for what stands back: reference lines, ribbons, the other runs.
    public static var secondary: Color { Palette.muted.color }
    /// The same as `secondary`.
    public static var gray: Color { secondary }
}

extension Color {
    private static func hexDigit(_ value: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(value < 10 ? 48 + value : 55 + value))
    }
}
