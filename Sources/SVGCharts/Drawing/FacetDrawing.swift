/// A facet as SVG, with the places of its texts for whoever wants to check them.
package struct FacetDrawing {
    package let svg: String
    package let width: Double
    package let height: Double
    package let texts: [PlacedText]
    let sharing: MarkSharing?

    package init(_ facet: Facet, id: String, layout: ChartLayout) {
        self.init(facet, id: id, layout: layout, attributes: [], sharing: nil)
    }

    /// Draws a facet; `id` is the element's and the beginning of every other id in it.
    init(_ facet: Facet, id: String, layout: ChartLayout, attributes: [SVGWriter.Attribute], sharing: MarkSharing?) {
        let plan = FacetLayout(facet, layout)
        var frame = plan.frame
        frame.height = plan.height
        var writer = SVGWriter()
        writer.sharing = sharing
        writer.open(
            "svg",
            frame.rootAttributes(id: id)
                + [.init("role", "img"), .init("aria-labelledby", "\(id)-title \(id)-desc")] + attributes)
        writer.element("title", [.init("id", "\(id)-title")], text: facet.accessibleName)
        writer.element("desc", [.init("id", "\(id)-desc")], text: facet.summary)
        frame.drawTitle(to: &writer)
        frame.drawLegend(to: &writer)
        if let first = plan.panels.first?.layout, first.isClipped { first.drawClip(id: id, to: &writer) }
        for panel in plan.panels { panel.draw(id: id, keys: frame.legend, to: &writer) }
        frame.drawAxisTexts(to: &writer)
        writer.close("svg")
        svg = writer.svg
        self.sharing = writer.sharing
        width = plan.metrics.width
        height = plan.height
        texts = writer.texts
    }
}

extension FacetLayout.Panel {
    /// The panel's plot moved to its place; its texts stand there themselves, so that they can be checked.
    fileprivate func draw(id: String, keys: [LegendLayout.Entry], to svg: inout SVGWriter) {
        svg.text(title)
        let place = "translate(\(PathData.number(offset.x)) \(PathData.number(offset.y)))"
        var plot = layout
        plot.legend = keys
        svg.open("g", [.init("transform", place), .init("class", "chart-panel")] + plot.scaleAttributes)
        plot.drawPanel(id: id, to: &svg)
        svg.close("g")
        let isLabel = { (text: PlacedText) in
            text.role == .tickLabel && (text.anchor == .end ? hasYLabels : hasXLabels)
        }
        let moved = { (text: PlacedText) in text.moved(offset.x, offset.y) }
        svg.texts(layout.texts.filter(isLabel).map(moved), fill: Palette.muted.color)
        svg.texts(layout.texts.filter { $0.role.isNote }.map(moved))
    }
}

extension Facet {
    fileprivate var accessibleName: String { title ?? "\(charts[0].accessibleName), by \(Phrase.inner(name))" }

    /// The facet as one SVG element; see ``Chart/svg(id:layout:)``.
    public func svg(id: String, layout: ChartLayout = .regular) -> String {
        FacetDrawing(self, id: Chart.clean(id), layout: layout).svg
    }

    /// The facet laid out for a wide column and once more for a phone; see ``Chart/html(id:)``.
    public func html(id: String) -> String {
        let id = Chart.clean(id)
        let wide = FacetDrawing(
            self, id: id, layout: .regular, attributes: ChartLayout.regular.attributes, sharing: MarkSharing(id: id))
        let narrow = FacetDrawing(
            self, id: id + "-narrow", layout: .narrow, attributes: ChartLayout.narrow.attributes,
            sharing: wide.sharing?.forCopies)
        return "<div class=\"chart\">\n\(wide.svg)\(narrow.svg)</div>\n"
    }
}
