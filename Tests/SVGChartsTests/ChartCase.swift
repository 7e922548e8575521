import SVGCharts
import Testing

/// A chart whose picture is kept in `Fixtures/<name>.svg`; the cases double as examples of the grammar.
struct ChartCase: Sendable, CustomTestStringConvertible {
    let name: String
    let chart: @Sendable () -> Chart
    var layout = ChartLayout.regular

    var testDescription: String { name }
    var svg: String { chart().svg(id: name, layout: layout) }
}
