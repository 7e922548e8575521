/// A chart as SVG, with the places of its texts for whoever wants to check them.
package struct Drawing {
    package let svg: String
    package let width: Double
    package let height: Double
    package let texts: [PlacedText]

    /// Draws a chart; `id` is the element's and the beginning of every other id in it.
    package init(_ chart: Chart, id: String, layout: ChartLayout, attributes: [SVGWriter.Attribute] = []) {
        let plan = Layout(chart, layout)
        var writer = SVGWriter()
        let size = "0 0 \(PathData.number(plan.metrics.width)) \(PathData.number(plan.height))"
        writer.open(
            "svg",
            [
                .init("xmlns", "http://www.w3.org/2000/svg"), .init("id", id), .init("viewBox", size),
                .init("role", "img"), .init("aria-labelledby", "\(id)-title \(id)-desc"),
                .init("font-family", ChartTheme.fontFamily), .init("font-size", plan.metrics.textSize),
                .init("fill", "currentColor"),
            ] + attributes)
        writer.element("title", [.init("id", "\(id)-title")], text: chart.accessibleName)
        writer.element("desc", [.init("id", "\(id)-desc")], text: chart.accessibleDescription)
        plan.draw(id: id, to: &writer)
        writer.close("svg")
        svg = writer.svg
        width = plan.metrics.width
        height = plan.height
        texts = writer.texts
    }
}

extension Layout {
    fileprivate func draw(id: String, to svg: inout SVGWriter) {
        for text in texts where text.role == .title { svg.text(text) }
        for entry in legend { drawSample(entry, to: &svg) }
        for text in texts where text.role == .legend { svg.text(text) }
        for text in texts where text.role == .legendTitle { svg.text(text, fill: Palette.muted.color) }
        drawGrid(to: &svg)
        // Lines cross the axis; bars stand on it.
        let standsOnAxis = encoding.layers.contains { $0.kind == .bar }
        if !standsOnAxis { drawAxisLines(to: &svg) }
        drawMarks(clip: isClipped ? "\(id)-clip" : nil, to: &svg)
        if standsOnAxis { drawAxisLines(to: &svg) }
        drawAxisTexts(to: &svg)
        for label in directLabels { drawLeader(label, to: &svg) }
        for text in texts where text.role == .directLabel || text.role == .annotation { svg.text(text) }
        for text in texts where text.role == .notice { svg.text(text, fill: Palette.muted.color) }
    }

    private func drawMarks(clip: String?, to svg: inout SVGWriter) {
        if let clip {
            svg.open("clipPath", [.init("id", clip)])
            svg.empty(
                "rect",
                [
                    .init("x", plane.plot.x), .init("y", plane.plot.y - 4), .init("width", plane.plot.width),
                    .init("height", plane.plot.height + 8),
                ])
            svg.close("clipPath")
            svg.open("g", [.init("clip-path", "url(#\(clip))")])
        }
        for layer in encoding.layers { draw(layer, to: &svg) }
        if clip != nil { svg.close("g") }
    }

    /// The one place that knows which mark draws which layer.
    private func draw(_ layer: Layer, to svg: inout SVGWriter) {
        switch layer.kind {
        case .line: LineMark.draw(layer, in: plane, to: &svg)
        case .point: PointMark.draw(layer, in: plane, to: &svg)
        case .bar: BarMark.draw(layer, in: plane, to: &svg)
        case .area: AreaMark.draw(layer, in: plane, to: &svg)
        case .rule: RuleMark.draw(layer, in: plane, to: &svg)
        case .rectangle: RectangleMark.draw(layer, in: plane, to: &svg)
        case .errorBar: ErrorBarMark.draw(layer, in: plane, to: &svg)
        case .raster: RasterMark.draw(layer, in: plane, to: &svg)
        case .contour: ContourMark.draw(layer, in: plane, to: &svg)
        }
    }
}
