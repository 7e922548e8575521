/// One point of a line. Points of the same series, or of the same look, are joined in the order in which they come;
/// NaN and infinity leave a gap.
public struct LineMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// A point of the chart's one line, or of the line that a style given by a field makes.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: y.channel)]
    }

    /// A point of the line named by `series`.
    public init<X: Plottable, Y: Plottable, Series: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<Series>
    ) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: y.channel, series: series.channel)]
    }
}

extension LineMark {
    static let type = MarkType(.line, draw: draw, sentences: LineSummary.sentences)

    /// Draws the layer's line, its symbols where it has them, and a dot for a point that gaps leave alone.
    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        let runs = plane.runs(of: layer.marks, y: { $0.y })
        var path = PathData()
        var lonely = PathData()
        for run in runs {
            if run.count > 1 {
                let places = Thinning.line(run)
                let isStraight = layer.look.interpolation == .linear
                Interpolation(layer.look.interpolation)
                    .draw(isStraight ? Simplification.line(places) : places, to: &path)
            } else if layer.look.symbol == nil {
                lonely.circle(run[0].x, run[0].y, radius: layer.look.stroke.lineWidth * 1.5)
            }
        }
        var attributes: [SVGWriter.Attribute] = [
            .init("class", "chart-line"), .init("fill", "none"), .init("stroke", layer.look.color.css),
            .init("stroke-width", layer.look.stroke.lineWidth), .init("stroke-linejoin", "round"),
            .init("stroke-linecap", layer.look.stroke.dash.isEmpty ? "round" : "butt"),
        ]
        attributes += layer.look.stroke.dashAttribute + layer.look.opacityAttribute
        svg.mark(path, in: plane, attributes)
        svg.path(lonely, [.init("fill", layer.look.color.css)] + layer.look.opacityAttribute)
        if layer.look.symbol != nil { PointMark.draw(layer, at: runs.flatMap { $0 }, to: &svg) }
    }
}
