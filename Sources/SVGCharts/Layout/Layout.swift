/// Where everything in a chart stands.
package struct Layout {
    package let metrics: Metrics
    package internal(set) var encoding: Encoding
    package internal(set) var height = 0.0
    package internal(set) var texts: [PlacedText] = []
    package internal(set) var legend: [LegendLayout.Entry] = []
    package internal(set) var directLabels: [DirectLabels.Label] = []
    package internal(set) var xAxis: Axis
    package internal(set) var yAxis: Axis
    package internal(set) var plane: Plane
    /// Whether the vertical grid belongs to x: where the bars lie.
    package let isHorizontal: Bool
    /// Whether marks may lie outside the plot, because somebody gave it a domain.
    package let isClipped: Bool
    /// What names the lines, where there is room for it right of the plot.
    let naming: LineNaming?

    package init(_ chart: Chart, _ layout: ChartLayout) {
        self.init(chart, Metrics(layout, plotHeight: chart.options.plotHeight))
    }

    package init(_ chart: Chart, _ metrics: Metrics) {
        let options = chart.options
        let marks = chart.marks.stacked
        let (xPlan, yPlan) = Self.plans(marks, options, leading: chart.leadingMark)
        self.metrics = metrics
        encoding = Encoding(marks, options)
        isHorizontal = yPlan.isCategory
        isClipped = options.x.domain != nil || options.y.domain != nil
        let direct = options.naming?.labels(encoding.layers, metrics)
        naming = direct == nil ? nil : options.naming

        yAxis = yPlan.axis(count: max(3, Int((metrics.plotHeight + 20) / 48)))
        yAxis.truncateLabels(size: metrics.textSize, width: metrics.labelWidth)
        let labelWidth = yAxis.labelWidth(size: metrics.textSize)
        let left = labelWidth > 0 ? labelWidth + 8 : 2
        let width = metrics.width - left - (direct?.width ?? 2)
        xAxis = xPlan.axis(count: max(2, Int(width / 64)))
        let notes = NoteRoom(marks, isHorizontal: isHorizontal, size: metrics.textSize)
        let inset = isHorizontal ? 0 : metrics.inset
        let overhang = direct == nil ? max(xAxis.overhang(size: metrics.textSize, inset: inset), notes.right) : 0
        var plot = Rectangle(x: left, y: 0, width: width - overhang, height: metrics.plotHeight)
        if let ratio = options.aspectRatio {
            plot.height = min(plot.width / ratio, metrics.plotHeight * 1.5)
            plot.width = plot.height * ratio
        }
        plane = Plane(x: xAxis.scale, y: yAxis.scale, plot: plot, positions: [], barWidth: 0)

        let hidesLegend = options.isLegendHidden || direct?.isLegend == true
        let legend = hidesLegend ? [] : encoding.legend
        var top = placeTitle(options.title)
        if options.legend != .bottom { top = placeLegend(legend, top: top) }
        plot.y = placeYLabel(top: top) + notes.top
        let stretch = Stretch(
            over: plot, marks, options, isHorizontal: isHorizontal, spacing: xPlan.data.spacing, inset: metrics.inset)
        let bottom = placeXTicks(xPlan, stretch)
        placeYTicks()
        height = placeXLabel(top: bottom)
        if options.legend == .bottom { height = placeLegend(legend, top: height + 6) }
        height += 4
        placeNotes()
    }

    /// What belongs to the marks rather than to the axes: names at lines, texts at marks, a notice where there are none.
    private mutating func placeNotes() {
        directLabels = []
        naming?.place(&self)
        placeAnnotations()
        placeNotice(isEmpty: !encoding.layers.contains { $0.marks.contains { plane.shows($0) } })
    }

    /// The same axes, legend and size around the marks of another chart, whose marks this layout was made with too.
    func showing(_ chart: Chart) -> Layout {
        var part = self
        part.encoding = encoding.sharing(chart.marks.stacked)
        part.texts.removeAll { $0.role == .title || $0.role.isNote }
        _ = part.placeTitle(chart.options.title)
        part.placeNotes()
        return part
    }

    /// How the two axes are to be made. Where y has names, x takes over what y does otherwise: covering the data, and
    /// the grid.
    private static func plans(
        _ marks: [MarkDescriptor], _ options: ChartOptions, leading: MarkDescriptor?
    ) -> (x: AxisPlan, y: AxisPlan) {
        let x = AxisData(marks, from: { $0.x }, to: { $0.xEnd }, label: leading?.x?.label)
        let y = AxisData(marks, from: { $0.y }, to: { $0.yEnd }, label: leading?.y?.label)
        var yPlan = AxisPlan(data: y, options: options.y, coversData: true, hasGridLines: true)
        let isHorizontal = yPlan.isCategory
        yPlan.hasGridLines = !isHorizontal
        return (AxisPlan(data: x, options: options.x, coversData: isHorizontal, hasGridLines: isHorizontal), yPlan)
    }
}
