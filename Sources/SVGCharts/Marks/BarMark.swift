/// A bar: from zero to a value, or from one value to another.
public struct BarMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// A bar at `x` of height `y`; where `y` is a category and `x` a number, a bar to the right. Bars at one place
    /// stand on each other, or side by side with `position(by:)`.
    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, stacking: MarkStackingMethod = .standard
    ) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: y.channel).stacked(stacking)]
    }

    /// A bar from `xStart` to `xEnd`: lying at a category `y`, or of height `y`, as in a histogram.
    public init<X: Plottable, Y: Plottable>(xStart: PlottableValue<X>, xEnd: PlottableValue<X>, y: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: xStart.channel, xEnd: xEnd.channel, y: y.channel)]
    }

    /// A bar at `x` from `yStart` to `yEnd`.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: yStart.channel, yEnd: yEnd.channel)]
    }
}

extension BarMark {
    static let type = MarkType(.bar, draw: draw, stack: Stacking.apply, sentences: BarSummary.sentences)

    /// Draws the layer's bars, edged with the background so that bars that touch stay apart.
    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        svg.open(
            "g",
            [
                .init("class", "chart-bars"), .init("fill", layer.look.color.css),
                .init("stroke", Palette.background.color.css),
            ] + layer.look.opacityAttribute)
        for mark in layer.marks {
            let x = plane.barExtent(mark.x, mark.xEnd, position: mark.position, on: plane.x)
            let y = plane.barExtent(mark.y, mark.yEnd, position: mark.position, on: plane.y)
            guard let x, let y else { continue }
            let width = abs(x.end - x.start), height = abs(y.end - y.start)
            // Nothing can be seen of a bar that would be written with a side of zero.
            guard min(width, height) >= 0.05 else { continue }
            let radius = min(layer.look.cornerRadius, width / 2, height / 2)
            svg.empty(
                "rect",
                [
                    .init("x", place: min(x.start, x.end)), .init("y", place: min(y.start, y.end)),
                    .init("width", place: width), .init("height", place: height),
                ] + (radius > 0 ? [.init("rx", radius)] : []))
        }
        svg.close("g")
    }
}
