import SVGCharts
import Testing

/// No value that a program can compute stops a chart from being drawn.
@Suite struct HostileInputTests {
    private static let values: [Double] = [
        0, -0.0, 1, -1, .nan, .infinity, -.infinity, 1e308, -1e308, 5e-324, -5e-324, 1e-310, 2.2e-308, 1e300, -1e300,
        1e16,
        1e16 + 2, 0.1, 123_456_789, 1e-12, 3e9, 1 + 1e-15,
    ]

    @Test(arguments: [ScaleType.linear, .log, .squareRoot, .symmetricLog, .category])
    func `every pair of extreme values makes a chart without overlapping texts`(_ type: ScaleType) {
        for first in Self.values {
            for second in Self.values {
                let chart = Chart {
                    LineMark(x: .value("x", first), y: .value("y", second))
                    LineMark(x: .value("x", second), y: .value("y", first))
                    BarMark(x: .value("x", first), y: .value("y", second))
                    AreaMark(x: .value("x", second), y: .value("y", first)).interpolationMethod(.monotone)
                    RectangleMark(
                        xStart: .value("x", first), xEnd: .value("x", second), yStart: .value("y", second),
                        yEnd: .value("y", first))
                }
                .chartXScale(type: type).chartYScale(type: type).directLabels()
                let drawing = Drawing(chart, id: "a", layout: .narrow)
                #expect(!drawing.svg.contains("nan") && !drawing.svg.contains("inf"))
                for (index, text) in drawing.texts.enumerated() {
                    for other in drawing.texts[..<index] {
                        #expect(!text.box.overlaps(other.box), "\(first), \(second): \(text.text) and \(other.text)")
                    }
                }
                _ = chart.table.csv
            }
        }
    }

    @Test func `every pair of extreme values can be a domain`() {
        for lower in Self.values where lower.isFinite {
            for upper in Self.values where upper.isFinite && upper >= lower {
                for type in [ScaleType.linear, .log, .symmetricLog] {
                    let chart = Chart([0.5, 2]) { PointMark(x: .value("x", $0), y: .value("y", $0)) }
                        .chartXScale(domain: lower...upper, type: type).chartYScale(domain: lower...upper, type: type)
                        .chartXAxis { AxisMarks(values: .stride(by: upper / 3)) }
                    #expect(!chart.svg(id: "a").isEmpty)
                }
            }
        }
    }

    @Test func `every value can colour a cell, and numbers can be series`() {
        for first in Self.values {
            for second in Self.values {
                let cells = Chart([first, second]) {
                    RectangleMark(x: .value("x", "\($0)"), y: .value("y", "b")).foregroundStyle(by: .value("n", $0))
                }
                #expect(!cells.svg(id: "a").isEmpty)
                let lines = Chart([first, second]) {
                    LineMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("n", $0))
                }
                #expect(!lines.svg(id: "a").isEmpty)
            }
        }
    }
}
