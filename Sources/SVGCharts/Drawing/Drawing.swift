/// A chart as SVG, with the places of its texts for whoever wants to check them.
package struct Drawing {
    package let svg: String
    package let width: Double
    package let height: Double
    package let texts: [PlacedText]
    let sharing: MarkSharing?

    package init(_ chart: Chart, id: String, layout: ChartLayout) {
        self.init(chart, id: id, layout: layout, attributes: [], sharing: nil)
    }

    /// Draws a chart; `id` is the element's and the beginning of every other id in it.
    init(_ chart: Chart, id: String, layout: ChartLayout, attributes: [SVGWriter.Attribute], sharing: MarkSharing?) {
        let plan = Layout(chart, layout)
        var writer = SVGWriter()
        writer.sharing = sharing
        writer.open(
            "svg",
            plan.rootAttributes(id: id) + plan.scaleAttributes
                + [.init("role", "img"), .init("aria-labelledby", "\(id)-title \(id)-desc")] + attributes)
        writer.element("title", [.init("id", "\(id)-title")], text: chart.accessibleName)
        writer.element("desc", [.init("id", "\(id)-desc")], text: chart.accessibleDescription)
        plan.draw(id: id, to: &writer)
        writer.close("svg")
        svg = writer.svg
        self.sharing = writer.sharing
        width = plan.metrics.width
        height = plan.height
        texts = writer.texts
    }
}

extension Layout {
    /// What the root element says of a picture, whatever it shows.
    func rootAttributes(id: String) -> [SVGWriter.Attribute] {
        [
            .init("xmlns", "http://www.w3.org/2000/svg"), .init("id", id),
            .init("viewBox", "0 0 \(PathData.number(metrics.width)) \(PathData.number(height))"),
            .init("font-family", ChartTheme.fontFamily), .init("font-size", metrics.textSize),
            .init("fill", "currentColor"),
        ]
    }

    func draw(id: String, to svg: inout SVGWriter) {
        drawBelow(to: &svg)
        drawMarks(id: id, to: &svg)
        drawAbove(to: &svg)
        drawNotes(to: &svg)
    }

    /// What the marks lie on: title, legend, grid. Lines cross the axis; bars stand on it.
    func drawBelow(to svg: inout SVGWriter) {
        drawTitle(to: &svg)
        drawLegend(to: &svg)
        drawGrid(to: &svg)
        if !standsOnAxis { drawAxisLines(to: &svg) }
    }

    /// A panel's plot without its texts.
    func drawPanel(id: String, to svg: inout SVGWriter) {
        drawGrid(to: &svg)
        if !standsOnAxis { drawAxisLines(to: &svg) }
        drawClippedMarks(id: id, to: &svg)
        if standsOnAxis { drawAxisLines(to: &svg) }
    }

    func drawTitle(to svg: inout SVGWriter) {
        for text in texts where text.role == .title { svg.text(text) }
    }

    /// What lies over the marks: the line that bars stand on, and what the axes say.
    func drawAbove(to svg: inout SVGWriter) {
        if standsOnAxis { drawAxisLines(to: &svg) }
        drawAxisTexts(to: &svg)
    }

    /// What the marks say of themselves.
    func drawNotes(to svg: inout SVGWriter) {
        for label in directLabels { drawLeader(label, to: &svg) }
        svg.texts(texts.filter { $0.role == .directLabel || $0.role == .annotation })
        for text in texts where text.role == .notice { svg.text(text, fill: Palette.muted.color) }
    }

    func drawMarks(id: String, to svg: inout SVGWriter) {
        guard isClipped else { return drawLayers(to: &svg) }
        drawClip(id: id, to: &svg)
        drawClippedMarks(id: id, to: &svg)
    }

    /// The plot as a region beyond which nothing is drawn.
    func drawClip(id: String, to svg: inout SVGWriter) {
        svg.open("clipPath", [.init("id", "\(id)-clip")])
        svg.empty(
            "rect",
            [
                .init("x", plane.plot.x), .init("y", plane.plot.y - 4), .init("width", plane.plot.width),
                .init("height", plane.plot.height + 8),
            ])
        svg.close("clipPath")
    }

    /// The marks; where they are cut off, within a region that is already defined.
    func drawClippedMarks(id: String, to svg: inout SVGWriter) {
        guard isClipped else { return drawLayers(to: &svg) }
        svg.open("g", [.init("clip-path", "url(#\(id)-clip)")])
        drawLayers(to: &svg)
        svg.close("g")
    }

    private var standsOnAxis: Bool { encoding.layers.contains { $0.kind == .bar } }

    private func drawLayers(to svg: inout SVGWriter) {
        for layer in encoding.layers {
            svg.open("g", attributes(of: layer))
            layer.type.draw(layer, plane, &svg)
            svg.close("g")
        }
    }
}
