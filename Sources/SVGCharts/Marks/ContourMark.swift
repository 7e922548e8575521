/// Lines along which a function of two variables has the same value: a loss surface, a decision boundary.
///
///     ContourMark(x: "w₁", y: "w₂", xDomain: -2...2, yDomain: -2...2, label: "Loss") { $0 * $0 + 4 * $1 * $1 }
public struct ContourMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// The lines of the given levels, or of about eight that are easy to read. The function is sampled on a grid of
    /// `columns` × `rows` values that begins and ends at the edges of the domains.
    public init(
        x: String, y: String, xDomain: ClosedRange<Double>, yDomain: ClosedRange<Double>, columns: Int = 80,
        rows: Int = 80, levels: [Double] = [], label: String = "Value", function: (_ x: Double, _ y: Double) -> Double
    ) {
        let (columns, rows) = (max(columns, 2), max(rows, 2))
        var values: [Double] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let right = Double(column) / Double(columns - 1), down = Double(row) / Double(rows - 1)
                values.append(
                    function(
                        xDomain.lowerBound + right * (xDomain.upperBound - xDomain.lowerBound),
                        yDomain.upperBound - down * (yDomain.upperBound - yDomain.lowerBound)))
            }
        }
        var mark = MarkDescriptor(
            Self.type, x: Channel(label: x, datum: .number(xDomain.lowerBound)),
            xEnd: Channel(label: x, datum: .number(xDomain.upperBound)),
            y: Channel(label: y, datum: .number(yDomain.lowerBound)),
            yEnd: Channel(label: y, datum: .number(yDomain.upperBound)))
        mark.raster = Raster(columns: columns, values: values, label: label, levels: levels)
        marks = [mark]
    }
}

extension ContourMark {
    static let type = MarkType(.contour, draw: draw, sentences: CellSummary.sentences)

    /// Draws each level's line by marching squares.
    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        for mark in layer.marks {
            guard let raster = mark.raster, let start = plane.place(mark.x, mark.y),
                let end = plane.place(mark.xEnd, mark.yEnd)
            else { continue }
            let rows = raster.values.count / raster.columns
            let width = (end.x - start.x) / Double(raster.columns - 1), height = (start.y - end.y) / Double(rows - 1)
            for level in raster.contourLevels {
                var path = PathData()
                for line in MarchingSquares(raster, level: level).lines {
                    let places = line.map { Place(x: start.x + $0.x * width, y: end.y + $0.y * height) }
                    let isClosed = places.first == places.last
                    Interpolation(.linear).draw(Simplification.contour(places), to: &path)
                    if isClosed { path.close() }
                }
                svg.mark(
                    path, in: plane,
                    [
                        .init("class", "chart-contour"), .init("fill", "none"),
                        .init("stroke", layer.look.color.css), .init("stroke-linejoin", "round"),
                        .init("stroke-width", min(layer.look.stroke.lineWidth, 1.25)),
                    ] + layer.look.stroke.dashAttribute + layer.look.opacityAttribute)
            }
        }
    }
}

extension Raster {
    /// The levels given, or about eight between the extremes.
    var contourLevels: [Double] {
        guard levels.isEmpty else { return levels }
        let ends = extremes.compactMap { $0.datum.finite }
        guard let lower = ends.first, let upper = ends.last, upper > lower else { return [] }
        return ExtendedWilkinson(lower: lower, upper: upper, count: 8, reach: .inside).search()?.values ?? []
    }
}
