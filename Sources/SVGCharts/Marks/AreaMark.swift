/// One place of a filled area: from zero to a value, or, for a ribbon, from one value to another.
public struct AreaMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// An area from zero up to `y`; areas of different series stand on each other.
    public init<X: Plottable, Y: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, stacking: MarkStackingMethod = .standard
    ) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: y.channel).stacked(stacking)]
    }

    /// An area from zero up to `y`, of the series named.
    public init<X: Plottable, Y: Plottable, Series: Plottable>(
        x: PlottableValue<X>, y: PlottableValue<Y>, series: PlottableValue<Series>,
        stacking: MarkStackingMethod = .standard
    ) {
        marks = [
            MarkDescriptor(Self.type, x: x.channel, y: y.channel, series: series.channel).stacked(
                stacking)
        ]
    }

    /// A ribbon from `yStart` to `yEnd`, such as an interval about a line.
    public init<X: Plottable, Y: Plottable>(x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>) {
        marks = [MarkDescriptor(Self.type, x: x.channel, y: yStart.channel, yEnd: yEnd.channel)]
    }

    /// A ribbon from `yStart` to `yEnd`, of the series named.
    public init<X: Plottable, Y: Plottable, Series: Plottable>(
        x: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>, series: PlottableValue<Series>
    ) {
        marks = [
            MarkDescriptor(
                Self.type, x: x.channel, y: yStart.channel, yEnd: yEnd.channel, series: series.channel)
        ]
    }
}

extension AreaMark {
    static let type = MarkType(.area, draw: draw, stack: Stacking.apply, sentences: LineSummary.sentences)

    /// Fills between the lower and the upper edge, lightly, so that grid and lines show through.
    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        var path = PathData()
        for part in plane.split(layer.marks) {
            let upper = part.compactMap { plane.place($0.x, $0.yEnd) }
            let lower = part.compactMap { plane.place($0.x, $0.y) }
            guard upper.count > 1, upper.count == lower.count else { continue }
            let interpolation = Interpolation(layer.look.interpolation)
            interpolation.draw(upper, to: &path)
            interpolation.draw(lower.reversed(), to: &path, isContinued: true)
            path.close()
        }
        svg.mark(
            path, in: plane,
            [
                .init("class", "chart-area"), .init("fill", layer.look.color.css),
                .init("fill-opacity", layer.look.opacity ?? 0.2),
            ])
    }
}
