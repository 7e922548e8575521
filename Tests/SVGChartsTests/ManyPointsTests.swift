import SVGCharts
import Testing

/// Charts of more points than a screen has columns.
@Suite struct ManyPointsTests {
    private var chart: Chart {
        Chart(0..<100_000) { LineMark(x: .value("Step", $0), y: .value("Loss", Double(($0 * 7919) % 1000))) }
    }

    @Test func `a hundred thousand points make a picture of sensible size`() {
        #expect(chart.svg(id: "a").utf8.count < 60_000)
    }

    @Test func `a long line is thinned to the extremes of each column`() throws {
        let places = (0..<50_000).map { Place(x: Double($0) / 100, y: Double(($0 * 7919) % 1000)) }
        let thinned = Thinning.line(places)
        #expect(thinned.count <= 4 * 501)
        #expect(thinned.first == places.first && thinned.last == places.last)
        for column in [0.0, 123, 499] {
            let whole = places.filter { $0.x >= column && $0.x < column + 1 }.map(\.y)
            let kept = thinned.filter { $0.x >= column && $0.x < column + 1 }.map(\.y)
            #expect(kept.min() == whole.min() && kept.max() == whole.max())
            #expect(kept.first == whole.first && kept.last == whole.last)
        }
    }

    @Test func `what is short or runs backwards stays whole`() {
        let short = (0..<100).map { Place(x: Double($0) / 100, y: 0) }
        #expect(Thinning.line(short) == short)
        let back = (0..<5000).map { Place(x: -Double($0), y: 0) }
        #expect(Thinning.line(back) == back)
    }

    @Test func `symbols that would hide each other are drawn once`() {
        let places = (0..<9000).map { Place(x: Double($0 % 3) * 50, y: Double($0 % 2) / 10) }
        #expect(Thinning.symbols(places, radius: 3).count == 3)
    }

    @Test func `marks that look alike are one layer wherever they stand, however many layers there are`() {
        let chart = Chart(0..<9000) {
            PointMark(x: .value("Step", $0), y: .value("Loss", 0)).foregroundStyle(by: .value("Run", $0 % 3000))
        }
        let layers = Encoding(chart.marks, chart.options).layers
        #expect(layers.count == 3000)
        #expect(layers[7].marks.map(\.x?.datum) == [.number(7), .number(3007), .number(6007)])
    }

    @Test func `each of many names has a place of its own, and the first of its places where it stands twice`() {
        let scale = Scale(categories: (0..<5000).map { "name \($0 % 4999)" })
        let places = (0..<4999).map { scale.place(.category("name \($0)")) }
        #expect(places == (0..<4999).map { (Double($0) + 0.5) / 5000 })
        #expect(scale.place(.category("name 4999")) == nil)
    }

    @Test func `a table for a page says how much it leaves out, and its file leaves out nothing`() {
        let table = chart.table
        let short = table.shortened(to: 200)
        #expect(short.rows.count == 200 && short.omittedRows == 99_800)
        #expect(short.rows[1] == ["500", "500"])
        #expect(table.csv.split(separator: "\r\n").count == 100_001)
        #expect(table.shortened(to: 200_000) == table)
    }

    @Test func `the graph of a smooth function loses places, but moves nowhere by more than an eye can see`() {
        let places = (0...2000).map { index -> Place in
            let phase = Double(index % 400)
            return Place(x: Double(index) * 0.3, y: 100 + 90 * phase * (400 - phase) / 40_000)
        }
        let kept = Simplification.line(places)
        #expect(kept.count < places.count / 5 && kept.first == places.first && kept.last == places.last)
        var next = 1
        for place in places {
            while kept[next].x < place.x { next += 1 }
            let from = kept[next - 1], to = kept[next]
            let y = from.y + (to.y - from.y) * (place.x - from.x) / (to.x - from.x)
            #expect(abs(y - place.y) < 0.2)
        }
    }

    @Test func `a line that turns back on itself keeps its turn`() {
        let there = (0...100).map { Place(x: Double($0), y: 0) }
        let kept = Simplification.line(there + there.reversed().dropFirst())
        #expect(kept == [Place(x: 0, y: 0), Place(x: 100, y: 0), Place(x: 0, y: 0)])
    }
}
