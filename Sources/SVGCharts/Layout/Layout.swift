/// Where everything in a chart stands.
package struct Layout {
    package let metrics: Metrics
    package let encoding: Encoding
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

    package init(_ chart: Chart, _ layout: ChartLayout) {
        let options = chart.options
        var metrics = Metrics(layout)
        if let height = options.plotHeight, height.isFinite { metrics.plotHeight = min(max(height, 60), 2000) }
        self.metrics = metrics
        let marks = Stacking.apply(chart.marks)
        encoding = Encoding(marks, options)
        let leading = chart.leadingMark
        let data = (
            x: AxisData(marks.flatMap { $0.channels.x }, label: leading?.x?.label),
            y: AxisData(marks.flatMap { $0.channels.y }, label: leading?.y?.label)
        )
        var yPlan = AxisPlan(data: data.y, options: options.y, coversData: true, hasGridLines: true)
        isHorizontal = yPlan.isCategory
        let xPlan = AxisPlan(data: data.x, options: options.x, coversData: isHorizontal, hasGridLines: isHorizontal)
        yPlan.hasGridLines = !isHorizontal
        isClipped = options.x.domain != nil || options.y.domain != nil

        let direct = options.hasDirectLabels ? DirectLabels(encoding.layers, metrics: metrics) : nil
        yAxis = yPlan.axis(count: max(2, Int(metrics.plotHeight / 44)))
        let labelRoom = metrics.width * 0.4
        for index in yAxis.ticks.indices {
            yAxis.ticks[index].label = TextMeasure.truncate(
                yAxis.ticks[index].label, size: metrics.textSize, width: labelRoom)
        }
        let labelWidth = yAxis.labelWidth(size: metrics.textSize)
        let left = labelWidth > 0 ? labelWidth + 8 : 2
        let right = direct.map { $0.width } ?? 2
        var plot = Rectangle(x: left, y: 0, width: metrics.width - left - right, height: metrics.plotHeight)
        xAxis = xPlan.axis(count: max(2, Int(plot.width / 52)))
        plane = Plane(x: xAxis.scale, y: yAxis.scale, plot: plot, positions: [], barWidth: 0)

        let hidesLegend = options.isLegendHidden || direct?.cover(encoding.layers) == true
        let legendKeys = hidesLegend ? [] : encoding.legend
        var top = placeTitle(options.title)
        if options.legend != .bottom { top = placeLegend(legendKeys, top: top) }
        plot.y = placeYLabel(top: top)
        plane = makePlane(plot, marks: marks, data: data)
        placeYTicks()
        let bottom = placeXTicks(xPlan)
        height = placeXLabel(top: bottom)
        if options.legend == .bottom { height = placeLegend(legendKeys, top: height + 6) }
        height += 4
        directLabels = direct?.placed(encoding.layers, in: plane, metrics: metrics) ?? []
        placeDirectLabels()
        placeNotice(isEmpty: !encoding.layers.contains { $0.marks.contains { plane.shows($0) } })
    }
}
