/// How a line is stroked.
public struct StrokeStyle: Hashable, Sendable {
    /// The width in the chart's units; a chart is about 600 wide.
    public var lineWidth: Double
    /// Lengths of dashes and gaps, alternately; empty for a solid line.
    public var dash: [Double]

    /// A solid or dashed stroke.
    public init(lineWidth: Double = 2, dash: [Double] = []) {
        self.lineWidth = lineWidth
        self.dash = dash
    }
}

extension StrokeStyle {
    /// The strokes by which series differ where nobody chose them: solid first, then dashes that stay apart at a
    /// glance.
    package static let series: [StrokeStyle] = [
        StrokeStyle(), StrokeStyle(dash: [6, 4]), StrokeStyle(dash: [2, 3.5]), StrokeStyle(dash: [10, 3.5, 2, 3.5]),
        StrokeStyle(dash: [12, 5]),
    ]
}
