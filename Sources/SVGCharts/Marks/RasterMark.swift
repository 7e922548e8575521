/// A grid of numbers as an image: a picture, a matrix of weights, the values of a function of two variables.
public struct RasterMark: ChartContent {
    /// The mark as a plain value.
    public let marks: [MarkDescriptor]

    /// A grid over the region between two values of x and two of y. `values` are read row by row from the top, each
    /// row from the left, `columns` to a row; `label` says what they measure.
    public init<X: Plottable, Y: Plottable>(
        xStart: PlottableValue<X>, xEnd: PlottableValue<X>, yStart: PlottableValue<Y>, yEnd: PlottableValue<Y>,
        columns: Int, values: [Double], label: String = "Value"
    ) {
        var mark = MarkDescriptor(
            Self.type, x: xStart.channel, xEnd: xEnd.channel, y: yStart.channel, yEnd: yEnd.channel)
        mark.raster = Raster(columns: max(columns, 1), values: values, label: label)
        marks = [mark]
    }

    /// A function of two variables over a region, on a grid of so many columns and rows.
    public init(
        x: String, y: String, xDomain: ClosedRange<Double>, yDomain: ClosedRange<Double>, columns: Int = 60,
        rows: Int = 60, label: String = "Value", function: (_ x: Double, _ y: Double) -> Double
    ) {
        var values: [Double] = []
        for row in 0..<max(rows, 1) {
            for column in 0..<max(columns, 1) {
                let right = (Double(column) + 0.5) / Double(columns), down = (Double(row) + 0.5) / Double(rows)
                values.append(
                    function(
                        xDomain.lowerBound + right * (xDomain.upperBound - xDomain.lowerBound),
                        yDomain.upperBound - down * (yDomain.upperBound - yDomain.lowerBound)))
            }
        }
        self.init(
            xStart: .value(x, xDomain.lowerBound), xEnd: .value(x, xDomain.upperBound),
            yStart: .value(y, yDomain.lowerBound), yEnd: .value(y, yDomain.upperBound), columns: columns,
            values: values, label: label)
    }
}

/// A grid of numbers, row by row from the top.
package struct Raster: Hashable, Sendable {
    let columns: Int
    let values: [Double]
    let label: String
    /// The levels of a contour mark.
    let levels: [Double]

    package init(columns: Int, values: [Double], label: String, levels: [Double] = []) {
        self.columns = columns
        self.values = values
        self.label = label
        self.levels = levels
    }

    /// The least and the greatest number.
    var extremes: [Channel] { [finite.min(), finite.max()].compactMap { $0 }.map(channel) }

    /// What a scale of colours must know: the extremes, and a number between them where there is one.
    var shades: [Channel] {
        guard let low = finite.min(), let high = finite.max() else { return [] }
        return extremes + [finite.first { $0 > low && $0 < high }].compactMap { $0 }.map(channel)
    }

    /// The numbers, without the gaps.
    var finite: [Double] { values.filter { $0.isFinite } }

    private func channel(_ value: Double) -> Channel { Channel(label: label, datum: .number(value)) }
}

extension RasterMark {
    static let type = MarkType(.raster, draw: draw, sentences: CellSummary.sentences)

    /// As many depths as the eye tells apart side by side.
    private static let levels = 32.0

    /// Draws one path for each depth of each colour, neighbours of one depth in a row as one rectangle. Paths count
    /// columns and rows; a transform brings them into the plot.
    static func draw(_ layer: Layer, in plane: Plane, to svg: inout SVGWriter) {
        for mark in layer.marks {
            guard let raster = mark.raster, let ramp = layer.ramp, let start = plane.place(mark.x, mark.y),
                let end = plane.place(mark.xEnd, mark.yEnd)
            else { continue }
            let rows = (raster.values.count + raster.columns - 1) / raster.columns
            let width = (end.x - start.x) / Double(raster.columns), height = (start.y - end.y) / Double(max(rows, 1))
            let transform = PathData.matrix(factor: (width, height), shift: (start.x, end.y))
            let cells = raster.values.map { cell(of: $0, ramp) }
            var looks: [Cell] = [], paths: [PathData] = []
            var first = 0
            while first < cells.count {
                let row = first / raster.columns, start = row * raster.columns
                var next = first + 1
                while next < min(start + raster.columns, cells.count), cells[next] == cells[first] { next += 1 }
                if cells[first].level > 0 {
                    let known = looks.firstIndex(of: cells[first]) ?? looks.count
                    if known == looks.count {
                        looks.append(cells[first])
                        paths.append(PathData())
                    }
                    paths[known].rectangle(
                        Double(first - start), Double(row), Double(next - start), Double(row + 1))
                }
                first = next
            }
            for (look, path) in zip(looks, paths) {
                svg.mark(
                    path, in: plane,
                    [
                        .init("class", "chart-raster"), .init("fill", look.color.css),
                        .init("fill-opacity", look.level / levels), .init("shape-rendering", "crispEdges"),
                        .init("transform", transform),
                    ])
            }
        }
    }

    private struct Cell: Equatable {
        let color: Color
        let level: Double
    }

    private static func cell(of value: Double, _ ramp: ColorRamp) -> Cell {
        let look = ramp.look(of: value)
        return Cell(color: look.color, level: (look.depth * levels).rounded())
    }
}
