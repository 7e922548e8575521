/// An interval about a value: a line with a short bar at each end.
public struct ErrorBarMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// An interval from `yStart` to `yEnd` at `x`.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: yStart.channel, yEnd: yEnd.channel)]
    }

    /// An interval from `xStart` to `xEnd` at `y`.
    public init<X: Plottable, Y: Plottable>(xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: xStart.channel, xEnd: xEnd.channel, y: y.channel)]
    }
}

extension ErrorBarMark {
    static let type = MarkType(.errorBar, draw: draw)

    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        var path = PathData()
        for mark in layer.marks {
            guard let start = plane.place(mark.x, mark.y),
                let end = plane.place(mark.xEnd ?? mark.x, mark.yEnd ?? mark.y)
            else { continue }
            let half = mark.xEnd == nil ? (x: 4.0, y: 0.0) : (x: 0.0, y: 4.0)
            path.move(start.x, start.y)
            path.line(end.x, end.y)
            for place in [start, end] {
                path.move(place.x - half.x, place.y - half.y)
                path.line(place.x + half.x, place.y + half.y)
            }
        }
        svg.path(
            path,
            [
                .init("class", "chart-error-bar"), .init("fill", "none"), .init("stroke", layer.look.color.css),
                .init("stroke-width", min(layer.look.stroke.lineWidth, 1.5)),
            ] + layer.look.opacityAttribute)
    }
}
