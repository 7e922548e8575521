/// Frames as one SVG: axes and legend once, and a group for each frame, of which one is shown.
package struct FramesDrawing {
    package let svg: String
    package let width: Double
    package let height: Double
    /// The texts of each frame, with those that all frames share.
    package let texts: [[PlacedText]]
    let sharing: MarkSharing?

    package init(_ frames: Frames, id: String, layout: ChartLayout) {
        self.init(frames, id: id, layout: layout, attributes: [], sharing: nil)
    }

    /// Draws the frames; `id` is the element's and the beginning of every other id in it.
    init(_ frames: Frames, id: String, layout: ChartLayout, attributes: [SVGWriter.Attribute], sharing: MarkSharing?) {
        let plan = Layout(frames.together, layout)
        let parts = frames.charts.map { plan.showing($0) }
        let sharesTitle = frames.charts.allSatisfy { $0.options.title == frames.standing.options.title }
        var writer = SVGWriter()
        writer.sharing = sharing
        writer.open(
            "svg",
            plan.rootAttributes(id: id) + plan.scaleAttributes + [
                .init("role", "group"), .init("aria-labelledby", "\(id)-title"),
            ]
                + attributes)
        writer.element("title", [.init("id", "\(id)-title")], text: frames.accessibleName)
        if layout == .regular { writer.element("style", [], text: frames.rules(id: id)) }
        writer.open("g", [.init("aria-hidden", "true")])
        var furniture = parts[frames.control.start]
        if !sharesTitle { furniture.texts.removeAll { $0.role == .title } }
        furniture.encoding = plan.encoding
        furniture.drawBelow(to: &writer)
        writer.close("g")
        if plan.isClipped { plan.drawClip(id: id, to: &writer) }
        for (index, part) in parts.enumerated() {
            writer.open("g", frames.attributes(of: index))
            if !sharesTitle { part.drawTitle(to: &writer) }
            part.drawClippedMarks(id: id, to: &writer)
            part.drawNotes(to: &writer)
            writer.close("g")
        }
        writer.open("g", [.init("aria-hidden", "true")])
        furniture.drawAbove(to: &writer)
        writer.close("g")
        writer.close("svg")
        svg = writer.svg
        self.sharing = writer.sharing
        width = plan.metrics.width
        height = plan.height
        texts = parts.map { $0.texts }
    }
}

extension Frames {
    /// All marks in one chart, whose scales, legend and size all frames take.
    fileprivate var together: Chart {
        var chart = Chart(together: charts, like: standing)
        chart.options.title = charts.compactMap { $0.options.title }.max { $0.utf8.count < $1.utf8.count }
        return chart
    }

    fileprivate var accessibleName: String { "\(standing.accessibleName), by \(Phrase.inner(control.name))" }

    /// What a frame's group says: its number for the rules, and, for whoever cannot see it, what it shows.
    fileprivate func attributes(of index: Int) -> [SVGWriter.Attribute] {
        let isStanding = index == control.start
        return [
            .init("class", isStanding ? "chart-frame chart-standing" : "chart-frame"),
            .init("data-frame", "\(index)"), .init("role", "img"),
            .init("aria-label", "\(Phrase.outer(control.phrase(index))): \(charts[index].summary)"),
        ] + (isStanding ? [] : [.init("display", "none")])
    }

    /// Shows the frame whose button is pressed, without a script.
    fileprivate func rules(id: String) -> String {
        let hidden = "#\(id)-frames:has(:checked) .chart-frame{display:none}"
        return charts.indices.reduce(hidden) { rules, index in
            rules + "#\(id)-frames:has([value='\(index)']:checked) [data-frame='\(index)']{display:inline}"
        }
    }
}

extension Frames {
    /// The frames in a `<div class="chart chart-frames">` with the buttons that choose one of them, laid out for a wide
    /// column and once more for a phone. Complete without a script: `charts.js` makes a slider of the buttons.
    public func html(id: String) -> String {
        let id = Chart.clean(id)
        let wide = FramesDrawing(
            self, id: id, layout: .regular, attributes: ChartLayout.regular.attributes, sharing: MarkSharing(id: id))
        let narrow = FramesDrawing(
            self, id: id + "-narrow", layout: .narrow, attributes: ChartLayout.narrow.attributes,
            sharing: wide.sharing?.forCopies)
        var writer = SVGWriter()
        writer.open("div", [.init("class", "chart chart-frames"), .init("id", "\(id)-frames")])
        writeControl(name: "\(id)-frame", to: &writer)
        writer.append(wide.svg + narrow.svg)
        writer.element("p", [.init("class", "chart-on-paper")], text: note)
        writer.close("div")
        return writer.svg
    }

    private func writeControl(name: String, to writer: inout SVGWriter) {
        let kind = control.isNumeric ? "chart-control chart-slider" : "chart-control"
        writer.open("fieldset", [.init("class", kind)])
        writer.element("legend", [], text: control.name)
        for (index, value) in control.values.enumerated() {
            writer.open("label", [])
            let checked: [SVGWriter.Attribute] = index == control.start ? [.init("checked", "checked")] : []
            writer.empty(
                "input", [.init("type", "radio"), .init("name", name), .init("value", "\(index)")] + checked)
            writer.element("span", [], text: value)
            writer.close("label")
        }
        writer.close("fieldset")
    }
}
