// What surrounds the marks: grid, axes, legend samples, and leaders to direct labels.
extension Layout {
    func drawGrid(to svg: inout SVGWriter) {
        var path = PathData()
        let plot = plane.plot
        for tick in yAxis.ticks where tick.hasGridLine {
            guard let y = plane.y.place(tick.datum) else { continue }
            path.move(plot.x, y)
            path.line(plot.right, y)
        }
        for tick in xAxis.ticks where tick.hasGridLine {
            guard let x = plane.x.place(tick.datum) else { continue }
            path.move(x, plot.y)
            path.line(x, plot.bottom)
        }
        svg.path(path, [.init("class", "chart-grid"), .init("fill", "none"), .init("stroke", Palette.grid.color.css)])
    }

    func drawAxisLines(to svg: inout SVGWriter) {
        svg.path(
            axisPath, [.init("class", "chart-axis"), .init("fill", "none"), .init("stroke", Palette.axis.color.css)])
    }

    func drawAxisTexts(to svg: inout SVGWriter) {
        svg.texts(texts.filter { $0.role == .tickLabel || $0.role == .axisLabel }, fill: Palette.muted.color)
    }

    /// The line that bars stand on or the x axis runs along, and the ticks on it.
    private var axisPath: PathData {
        var path = PathData()
        let plot = plane.plot
        if isHorizontal {
            path.move(plane.x.base, plot.y)
            path.line(plane.x.base, plot.bottom)
        } else if !xAxis.ticks.isEmpty || !yAxis.ticks.isEmpty {
            let isCrossed = yAxis.scale.lower < 0 && yAxis.scale.upper > 0
            let base = isCrossed ? plane.y.base : plot.bottom
            path.move(plot.x, base)
            path.line(plot.right, base)
        }
        for tick in xAxis.ticks where tick.hasTick {
            guard let x = plane.x.place(tick.datum) else { continue }
            path.move(x, plot.bottom)
            path.line(x, plot.bottom + 5)
        }
        for tick in yAxis.ticks where tick.hasTick {
            guard let y = plane.y.place(tick.datum) else { continue }
            path.move(plot.x - 5, y)
            path.line(plot.x, y)
        }
        return path
    }

    /// Each entry is a group, which a script can make a button.
    func drawLegend(to svg: inout SVGWriter) {
        for (index, entry) in legend.enumerated() {
            let key = entry.key.field == nil ? [] : [SVGWriter.Attribute("data-key", "\(index)")]
            svg.open("g", [.init("class", "chart-key")] + key)
            drawSample(entry, to: &svg)
            svg.text(entry.label)
            svg.close("g")
        }
        for text in texts where text.role == .legendTitle { svg.text(text, fill: Palette.muted.color) }
    }

    private func drawSample(_ entry: LegendLayout.Entry, to svg: inout SVGWriter) {
        let key = entry.key, start = entry.sample
        if let stroke = key.stroke {
            var path = PathData()
            path.move(start.x, start.y)
            path.line(start.x + key.sampleWidth, start.y)
            svg.path(
                path,
                [
                    .init("fill", "none"), .init("stroke", key.color.css), .init("stroke-width", stroke.lineWidth),
                ] + stroke.dashAttribute)
        } else if key.isFilled {
            svg.empty(
                "rect",
                [
                    .init("x", start.x), .init("y", start.y - 6), .init("width", 12), .init("height", 12),
                    .init("rx", 2), .init("fill", key.color.css),
                ]
                    + (key.opacity.map { [.init("fill-opacity", $0), .init("stroke", Palette.grid.color.css)] } ?? []))
        }
        if let symbol = key.symbol {
            var path = PathData()
            path.symbol(symbol, Place(x: start.x + key.sampleWidth / 2, y: start.y), radius: 3.9)
            svg.path(
                path,
                [
                    .init("fill", key.color.css), .init("stroke", Palette.background.color.css),
                    .init("stroke-width", 1),
                ])
        }
    }

    /// A thin line in the series' colour from the end of a line to its name.
    func drawLeader(_ label: DirectLabels.Label, to svg: inout SVGWriter) {
        var path = PathData()
        let right = plane.plot.right
        path.move(label.end.x + 5, label.end.y)
        path.curve(right + 4, label.end.y, right + 2, label.middle, right + 15, label.middle)
        svg.path(
            path,
            [
                .init("class", "chart-leader"), .init("fill", "none"), .init("stroke", label.color.css),
                .init("stroke-width", 1.25),
            ])
    }
}
