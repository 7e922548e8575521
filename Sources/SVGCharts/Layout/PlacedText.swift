/// A line of text at its place.
package struct PlacedText: Hashable, Sendable {
    /// What the text is for; the name of its CSS class.
    package enum Role: String, Sendable {
        case title = "chart-title"
        case panelTitle = "chart-panel-title"
        case axisLabel = "chart-axis-label"
        case tickLabel = "chart-tick-label"
        case legend = "chart-legend"
        case legendTitle = "chart-legend-title"
        case directLabel = "chart-direct-label"
        case annotation = "chart-annotation"
        case notice = "chart-notice"

        /// Whether the text belongs to the marks rather than to the axes.
        var isNote: Bool { self == .directLabel || self == .annotation || self == .notice }
    }

    /// Which of its points stands at `x`.
    package enum Anchor: String, Sendable {
        case start, middle, end
    }

    package var text: String
    package var role: Role
    package var x: Double
    /// The height of the line on which the letters stand.
    package var baseline: Double
    package var anchor = Anchor.start
    package var size: Double

    package var isBold: Bool { role == .title || role == .panelTitle }
    package var width: Double { TextMeasure.width(text, size: size, isBold: isBold) }

    /// The text at another place.
    package func moved(_ x: Double, _ y: Double) -> PlacedText {
        var text = self
        text.x += x
        text.baseline += y
        return text
    }

    /// The room it takes, descenders and accents included.
    package var box: Rectangle {
        let width = width
        let left = anchor == .start ? x : anchor == .end ? x - width : x - width / 2
        return Rectangle(x: left, y: baseline - size * 0.95, width: width, height: size * 1.2)
    }
}
