/// A symbol at a place.
public struct PointMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// A symbol at (x, y).
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: y.channel)]
    }
}

extension PointMark {
    static let type = MarkType(.point, draw: draw, sentences: PointSummary.sentences)

    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        draw(layer, at: plane.runs(of: layer.marks, y: { $0.y }).flatMap { $0 }, to: &svg)
    }

    /// Draws the layer's symbol at each place, edged with the background so that symbols that touch stay apart.
    static func draw(_ layer: Layer, at places: [Place], to svg: inout SVGWriter) {
        var path = PathData()
        let shape = layer.look.symbol ?? .circle
        let radius = layer.look.symbolRadius
        for place in Thinning.symbols(places, radius: radius) { path.symbol(shape, place, radius: radius) }
        svg.path(
            path,
            [
                .init("class", "chart-symbol"), .init("fill", layer.look.color.css),
                .init("stroke", Palette.background.color.css), .init("stroke-width", 1),
            ] + layer.look.opacityAttribute)
    }
}
