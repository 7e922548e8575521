/// A filled rectangle: a cell of a heat map, or a region of the plot.
///
/// Cells coloured by a number, `foregroundStyle(by: .value("Count", 42))`, are the deeper the larger it is.
public struct RectangleMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// The cell of two categories.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, y: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: y.channel)]
    }

    /// The region between two values of x and two of y.
    public init<X: Plottable, Y: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>
    ) {
        marks = [
            MarkDescriptor(
                Self.type, x: xStart.channel, xEnd: xEnd.channel, y: yStart.channel,
                yEnd: yEnd.channel)
        ]
    }

    /// The region between two values of x, from the bottom of the plot to its top.
    public init<X: Plottable>(xStart: PlottableValue<X>, xEnd: PlottableValue<X>) {
        marks = [MarkDescriptor(Self.type, x: xStart.channel, xEnd: xEnd.channel)]
    }

    /// The region between two values of y, from one side of the plot to the other.
    public init<Y: Plottable>(yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, y: yStart.channel, yEnd: yEnd.channel)]
    }
}

extension RectangleMark {
    static let type = MarkType(.rectangle, draw: draw, sentences: CellSummary.sentences)

    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        let plot = plane.plot
        var path = PathData()
        for mark in layer.marks {
            let x = plane.cellExtent(mark.x, mark.xEnd, on: plane.x, whole: (plot.x, plot.right))
            let y = plane.cellExtent(mark.y, mark.yEnd, on: plane.y, whole: (plot.bottom, plot.y))
            if let x, let y { path.rectangle(x.start, y.start, x.end, y.end) }
        }
        svg.path(
            path,
            [
                .init("class", "chart-rectangle"), .init("fill", layer.look.color.css),
                .init("fill-opacity", layer.look.depth ?? layer.look.opacity ?? 1),
            ])
    }
}
