/// Where the panels of a facet stand: in rows and columns, with the y axis left of each row and the x axis below each
/// column.
package struct FacetLayout {
    /// One panel, as it lies in the picture.
    struct Panel {
        let layout: Layout
        /// How far it lies from where its own layout has it.
        let offset: Place
        let hasYLabels: Bool
        let hasXLabels: Bool
        let title: PlacedText
    }

    let metrics: Metrics
    private(set) var panels: [Panel] = []
    private(set) var height = 0.0
    /// Title, legend and names of the axes.
    private(set) var frame: Layout

    private static let gap = 18.0

    init(_ facet: Facet, _ layout: ChartLayout) {
        var together = Chart(together: facet.charts, like: facet.charts[0])
        together.options.naming = nil
        frame = Layout(together.with { $0.title = facet.title }, layout)
        metrics = frame.metrics
        let narrow = layout == .narrow
        let left = frame.plane.plot.x
        let room = metrics.width - left
        let most = max(1, min(facet.columns ?? 4, Int((room + Self.gap) / (narrow ? 130 : 160)), facet.charts.count))
        let rows = (facet.charts.count + most - 1) / most
        let columns = facet.columns == nil ? (facet.charts.count + rows - 1) / rows : most
        let width = (room - Self.gap * Double(columns - 1)) / Double(columns)
        let usual = min(max(width * 0.7, narrow ? 100 : 110), metrics.plotHeight)
        let panel = Layout(
            together.with {
                ($0.title, $0.isLegendHidden) = (nil, true)
                ($0.x.label, $0.y.label) = ("", "")
            }, metrics.panel(width: left + width, plotHeight: together.options.plotHeight ?? usual))
        let top = placeFrame(together)
        place(facet, panel, columns: columns, top: top)
    }
}

extension FacetLayout {
    /// Title, legend and the name of the y axis, over the whole width.
    private mutating func placeFrame(_ chart: Chart) -> Double {
        let legend = chart.options.isLegendHidden ? [] : frame.encoding.legend
        let title = frame.texts.filter { $0.role == .title }
        frame.texts = title
        let below = title.last.map { $0.baseline + $0.size * 0.73 } ?? 0
        let top = chart.options.legend == .bottom ? below : frame.placeLegend(legend, top: below)
        return frame.placeYLabel(top: top) - (frame.yAxis.ticks.isEmpty ? 9 : 6)
    }

    private mutating func place(_ facet: Facet, _ panel: Layout, columns: Int, top: Double) {
        let count = facet.charts.count, plot = panel.plane.plot
        let line = metrics.textSize * 1.25 + 8
        let across = plot.width + (metrics.width - panel.plane.plot.x - plot.width * Double(columns)) / Double(columns)
        let down = line + plot.height + Self.gap
        let titles = TextMeasure.truncate(facet.titles, size: metrics.textSize, isBold: true, width: across - 8)
        for (index, chart) in facet.charts.enumerated() {
            let column = index % columns, row = index / columns
            let corner = Place(x: Double(column) * across, y: top + Double(row) * down + line - plot.y)
            panels.append(
                Panel(
                    layout: panel.showing(chart.with { $0.title = nil }), offset: corner, hasYLabels: column == 0,
                    hasXLabels: index + columns >= count,
                    title: PlacedText(
                        text: titles[index], role: .panelTitle, x: plot.x + corner.x, baseline: corner.y + plot.y - 8,
                        size: metrics.textSize)))
        }
        let rows = (count + columns - 1) / columns
        let bottom = top + Double(rows) * down - Self.gap + panel.height - plot.bottom
        height = placeFoot(facet.charts[0].options, top: bottom - 4) + 4
    }

    /// The name of the x axis, and the legend where it stands below.
    private mutating func placeFoot(_ options: ChartOptions, top: Double) -> Double {
        let bottom = frame.placeXLabel(top: top)
        guard options.legend == .bottom, !options.isLegendHidden else { return bottom }
        return frame.placeLegend(frame.encoding.legend, top: bottom + 6)
    }
}
