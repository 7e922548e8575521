import Foundation
import SVGCharts
import Testing

/// The narrow picture of a chart uses the wide one's lines, stretched.
@Suite struct `The narrow picture beside the wide one` {
    private static func chart(_ type: ScaleType, symbols: Bool = false) -> Chart {
        Chart {
            for step in 0..<40 {
                let value = 1 + 50 * abs(Double((step * 7) % 40) - 20)
                let line = LineMark(x: .value("Step", step), y: .value("Loss", value))
                if symbols { line.symbol(.circle) } else { line }
            }
        }
        .chartYScale(type: type)
    }

    @Test(arguments: [ScaleType.linear, .log, .squareRoot, .symmetricLog])
    func `has its line where it would have drawn it itself`(type: ScaleType) throws {
        let chart = Self.chart(type)
        let both = try Elements(parsing: chart.html(id: "c")).all
        let original = try #require(both.first { $0.attributes["id"] == "c-m1" })
        let copy = try #require(both.first { $0.name == "use" })
        #expect(copy.attributes["href"] == "#c-m1" && copy.attributes["class"] == "chart-line")
        let own = try #require(
            try Elements(parsing: chart.svg(id: "c", layout: .narrow)).all.first {
                $0.attributes["class"] == "chart-line"
            })
        let matrix = try #require(copy.attributes["transform"]).matches(of: #/-?[\d.]+/#).compactMap { Double($0.0) }
        let stretched = try places(original).map { (matrix[0] * $0.0 + matrix[4], matrix[3] * $0.1 + matrix[5]) }
        let wanted = try places(own)
        #expect(stretched.count == wanted.count && wanted.count == 40)
        for (place, wanted) in zip(stretched, wanted) {
            #expect(abs(place.0 - wanted.0) < 0.15 && abs(place.1 - wanted.1) < 0.15)
        }
    }

    @Test func `has symbols and short paths of its own`() throws {
        let both = try Elements(parsing: Self.chart(.linear, symbols: true).html(id: "c")).all
        #expect(both.count { $0.attributes["class"] == "chart-symbol" && $0.name == "path" } == 2)
        let short = Chart(0..<3) { LineMark(x: .value("x", $0), y: .value("y", $0)) }
        #expect(!short.html(id: "c").contains("<use"))
    }

    @Test func `takes rasters over too, and a picture alone shares nothing`() throws {
        let chart = Chart {
            RasterMark(x: "x", y: "y", xDomain: 0...1, yDomain: 0...1, columns: 20, rows: 20) { x, y in x * y }
        }
        let html = chart.html(id: "c")
        let uses = html.components(separatedBy: "<use ").count - 1
        #expect(uses > 5 && html.components(separatedBy: "id=\"c-m").count - 1 == uses)
        #expect(!chart.svg(id: "c").contains("id=\"c-m") && !chart.svg(id: "c", layout: .narrow).contains("<use"))
    }

    /// The places of a path of straight lines.
    private func places(_ path: Elements.Element) throws -> [(Double, Double)] {
        var (x, y) = (0.0, 0.0)
        var places: [(Double, Double)] = []
        for match in try #require(path.attributes["d"]).matches(of: #/([Mlhv])([^Mlhv]*)/#) {
            let numbers = match.2.matches(of: #/-?(?:\d+\.?\d*|\.\d+)/#).compactMap { Double(String($0.0)) }
            var rest = numbers[...]
            while let first = rest.popFirst() {
                switch match.1 {
                case "h": x += first
                case "v": y += first
                default:
                    x += first
                    y += rest.popFirst() ?? 0
                }
                places.append((x, y))
            }
        }
        return places
    }
}
