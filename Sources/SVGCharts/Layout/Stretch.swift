/// How the scales are stretched over the plot. Marks keep a distance to its sides; bars that stand on numbers have a slot
/// of equal width each.
struct Stretch {
    private let plot: Rectangle
    private let spacing: Double?
    private let inset: Double
    private let isHorizontal: Bool
    private let isReversed: (x: Bool, y: Bool)
    private var hasStandingBars = false
    private var hasRaster = false
    /// The values by which bars stand side by side.
    private var positions: [Datum] = []

    init(
        over plot: Rectangle, _ marks: [MarkDescriptor], _ options: ChartOptions, isHorizontal: Bool, spacing: Double?,
        inset: Double
    ) {
        self.plot = plot
        self.spacing = spacing
        self.inset = inset
        self.isHorizontal = isHorizontal
        isReversed = (options.x.isReversed, options.y.isReversed)
        for mark in marks {
            hasStandingBars = hasStandingBars || mark.kind == .bar && mark.xEnd == nil
            hasRaster = hasRaster || mark.kind == .raster
            if let position = mark.position?.datum, !positions.contains(position) { positions.append(position) }
        }
    }

    /// The plot with two scales stretched over it.
    func plane(_ x: Scale, _ y: Scale) -> Plane {
        var x = x, y = y
        let isFilled = x.type == .category || isHorizontal || hasRaster
        var inset = isFilled ? 0 : inset
        var barWidth = 0.8 * plot.width / 4
        if hasStandingBars, x.type != .category, let spacing {
            let slot = plot.width / ((x.upper - x.lower) / spacing + 1)
            inset = max(slot / 2, 2)
            barWidth = slot * 0.8
        }
        (x.start, x.end) = (plot.x + inset, plot.right - inset)
        (y.start, y.end) = (plot.bottom, plot.y)
        if isReversed.x { (x.start, x.end) = (x.end, x.start) }
        if isHorizontal != isReversed.y { (y.start, y.end) = (plot.y, plot.bottom) }
        return Plane(x: x, y: y, plot: plot, positions: positions, barWidth: barWidth)
    }
}
