import SVGCharts
import Testing

@Suite struct `The data of a path` {
    @Test(
        arguments: [
            ([(36.87, 209.91), (313.44, 172.41), (590, 59.91)], "M36.9 209.9l276.5-37.5 276.6-112.5"),
            ([(0, 0), (10, 0), (10, 5), (0, 5)], "M0 0h10v5h-10"),
            ([(1, 1), (1.04, 1.04), (2, 1.5)], "M1 1h0l1 .5"),
            ([(1, 1), (1, 1)], "M1 1h0"),
            ([(-0.04, 0.5), (.infinity, .nan)], "M0 .5v-.5"),
        ] as [([(Double, Double)], String)])
    func `says each place by its distance from the one before`(places: [(Double, Double)], data: String) {
        var path = PathData()
        path.move(places[0].0, places[0].1)
        for place in places.dropFirst() { path.line(place.0, place.1) }
        #expect(path.text == data)
    }

    @Test func `has curves and circles that begin where the pen is`() {
        var path = PathData()
        path.move(10, 10)
        path.curve(11, 10, 12, 9, 13, 8)
        path.curve(14, 7, 15, 7, 16, 7)
        path.circle(4, 5, radius: 1.5)
        #expect(path.text == "M10 10c1 0 2-1 3-2 1-1 2-1 3-1M2.5 5a1.5 1.5 0 0 1 3 0 1.5 1.5 0 0 1-3 0Z")
    }

    @Test func `does not wander off, however long it is`() {
        var path = PathData()
        path.move(0, 0)
        var (right, down) = (0.0, 0.0)
        for step in 1...10_000 {
            right = Double(step) * 0.04
            down = Double(step % 7) * 0.033
            path.line(right, down)
        }
        let end = Self.end(of: path.text)
        #expect(abs(end.x - right) <= 0.051 && abs(end.y - down) <= 0.051)
    }

    /// Where the pen ends, in a path of lines.
    private static func end(of data: String) -> (x: Double, y: Double) {
        var (x, y) = (0.0, 0.0)
        for match in data.matches(of: #/([Mlhv])([^Mlhv]*)/#) {
            let numbers = match.2.matches(of: #/-?\d*\.?\d+/#).compactMap { Double(String($0.0)) }
            switch match.1 {
            case "h": x += numbers.reduce(0, +)
            case "v": y += numbers.reduce(0, +)
            default:
                for index in stride(from: 0, to: numbers.count, by: 2) {
                    x += numbers[index]
                    y += numbers[index + 1]
                }
            }
        }
        return (x, y)
    }
}

@Suite struct `The graph of a function` {
    @Test func `is drawn at more places than its table has rows`() {
        let chart = Chart { LinePlot(x: "x", y: "y", domain: 0...1) { $0 * $0 } }
        #expect(chart.table.rows.count == 33)
        #expect(chart.table.rows.first == ["0", "0"])
        #expect(chart.table.rows.last == ["1", "1"])
        #expect(chart.marks.count == 257)
    }
}
