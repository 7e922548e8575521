extension StrokeStyle {
    /// The dash pattern, where there is one.
    var dashAttribute: [SVGWriter.Attribute] {
        dash.isEmpty ? [] : [.init("stroke-dasharray", dash.map { PathData.number($0) }.joined(separator: " "))]
    }
}

extension Look {
    /// The opacity, where the marks are not opaque.
    var opacityAttribute: [SVGWriter.Attribute] {
        opacity.map { [.init("opacity", $0)] } ?? []
    }
}

extension PathData {
    /// A symbol's outline around a place.
    mutating func symbol(_ shape: BasicChartSymbolShape, _ place: Place, radius: Double) {
        guard shape != .circle else { return circle(place.x, place.y, radius: radius) }
        for (index, corner) in shape.corners.enumerated() {
            let x = place.x + corner.x * radius, y = place.y + corner.y * radius
            if index == 0 { move(x, y) } else { line(x, y) }
        }
        close()
    }
}
