/// A straight line at a value: across the whole plot, or between two values.
public struct RuleMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// A vertical line from the bottom of the plot to its top.
    public init<X: Plottable>(x: PlottableValue<X>) {
        marks = [MarkDescriptor(Self.type, x: x.channel)]
    }

    /// A horizontal line from one side of the plot to the other.
    public init<Y: Plottable>(y: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, y: y.channel)]
    }

    /// A vertical line between two values of y.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: yStart.channel, yEnd: yEnd.channel)]
    }

    /// A horizontal line between two values of x.
    public init<X: Plottable, Y: Plottable>(xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: xStart.channel, xEnd: xEnd.channel, y: y.channel)]
    }
}

extension RuleMark {
    static let type = MarkType(.rule, draw: draw)

    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        var path = PathData()
        for mark in layer.marks {
            let x = plane.extent(mark.x, mark.xEnd, on: plane.x, whole: (plane.plot.x, plane.plot.right))
            let y = plane.extent(mark.y, mark.yEnd, on: plane.y, whole: (plane.plot.bottom, plane.plot.y))
            guard let x, let y else { continue }
            path.move(x.start, y.start)
            path.line(x.end, y.end)
        }
        svg.path(
            path,
            [
                .init("class", "chart-rule"), .init("fill", "none"), .init("stroke", layer.look.color.css),
                .init("stroke-width", layer.look.stroke.lineWidth),
            ] + layer.look.stroke.dashAttribute + layer.look.opacityAttribute)
    }
}
