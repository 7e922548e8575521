import SVGCharts
import Testing

/// Colours that a number gives, and texts at marks.
@Suite struct HeatMapTests {
    private func ramp(_ values: [Double]) -> ColorRamp? {
        let marks = values.map { value in
            RectangleMark(x: .value("x", "a"), y: .value("y", "b")).foregroundStyle(by: .value("n", value)).marks[0]
        }
        return Encoding(marks, Chart {}.options).ramp
    }

    @Test func `zero has no colour, the farthest value the deepest, and each sign its own`() throws {
        let colors = try #require(ramp([-5, 0, 10]))
        #expect(colors.look(of: 0).depth == 0)
        #expect(colors.look(of: 10).depth == 0.85 && colors.look(of: 10).color == .blue)
        #expect(colors.look(of: -5).depth == 0.425 && colors.look(of: -5).color == .orange)
        #expect(colors.look(of: .nan).depth == 0)
    }

    @Test func `values far from zero are told apart from the least on`() throws {
        let colors = try #require(ramp([0.8, 0.9]))
        #expect(colors.look(of: 0.8).depth == 0)
        #expect(colors.samples.first == 0.8 && colors.samples.last == 0.9)
    }

    @Test func `a value that is alone counts from zero`() throws {
        #expect(try #require(ramp([1, 1])).look(of: 1).depth == 0.85)
        #expect(try #require(ramp([0, 0])).look(of: 0).depth == 0)
    }

    @Test func `a raster is drawn as runs of one depth, missing values left out`() {
        let chart = Chart {
            RasterMark(
                xStart: .value("x", 0), xEnd: .value("x", 3), yStart: .value("y", 0), yEnd: .value("y", 2), columns: 3,
                values: [1, 1, .nan, 2, 2, 2])
        }
        let runs = chart.svg(id: "a").split(separator: "\n").filter { $0.contains("chart-raster") }
        #expect(runs.count == 2)
        #expect(runs.map { $0.filter { $0 == "Z" }.count } == [1, 1])
        #expect(chart.summary == "Value from 1 to 2, on 5 cells.")
    }

    private func picture(_ values: [Double]) -> Chart {
        Chart {
            RasterMark(
                xStart: .value("Step", 0), xEnd: .value("Step", 2), yStart: .value("Unit", 0), yEnd: .value("Unit", 2),
                columns: 2, values: values, label: "Kept")
            PointMark(x: .value("Step", 1), y: .value("Unit", 2))
        }
    }

    @Test func `the table of a raster has a row for each of its numbers, at the middle of its cell`() {
        let table = picture([1, 0, .nan, 5]).table
        #expect(table.columns.map(\.name) == ["Step", "Unit", "Kept"])
        #expect(
            table.rows == [["0.5", "1.5", "1"], ["1.5", "1.5", "0"], ["1.5", "0.5", "5"], ["1", "2", ""]])
    }

    @Test func `a page shows a few of a raster's numbers, and all else that the chart has`() {
        let chart = Chart {
            RasterMark(x: "x", y: "y", xDomain: 0...1, yDomain: 0...1) { x, y in x + y }
            for index in 0..<40 { PointMark(x: .value("x", index), y: .value("y", index)) }
        }
        let all = chart.table, shown = all.shortened(to: 200)
        #expect(all.rows.count == 3_640 && shown.rows.count == 46 && shown.omittedRows == 3_594)
        #expect(shown.rows.suffix(40).allSatisfy { $0[2] == "" } && !shown.rows.prefix(6).contains { $0[2] == "" })
        let joined = ChartTable([(name: "a", table: all), (name: "b", table: all)], column: "Model")
        #expect(joined.shortened(to: 200).rows.count == 86)
    }

    @Test func `where two numbers are all, the legend has these two`() {
        func names(_ values: [Double]) -> [String] {
            Drawing(picture(values), id: "a", layout: .regular).texts.filter { $0.role == .legend }.map(\.text)
        }
        #expect(names([0, 1, 1, 0]) == ["0", "1"])
        #expect(names([0, 1, 0.5, 0]).count > 2)
    }

    @Test func `a contour runs where the function has the level, through saddles too`() {
        let side = 9
        let bowl = Raster(
            columns: side,
            values: (0..<side * side).map { index in
                let x = Double(index % side) - 4, y = Double(index / side) - 4
                return x * x + y * y
            }, label: "z")
        let segments = MarchingSquares(bowl, level: 9).segments
        #expect(segments.count == 20)
        for place in segments.flatMap({ [$0.from, $0.to] }) {
            let radius = ((place.x - 4) * (place.x - 4) + (place.y - 4) * (place.y - 4)).squareRoot()
            #expect(abs(radius - 3) < 0.1)
        }
        let lines = MarchingSquares(bowl, level: 9).lines
        #expect(lines.count == 1 && lines[0].count == 21 && lines[0].first == lines[0].last)
        let saddle = MarchingSquares(Raster(columns: 2, values: [2, -1, -1, 2], label: "z"), level: 0).segments
        #expect(saddle.count == 2)
        #expect(saddle.allSatisfy { ($0.from.x - $0.from.y) * ($0.to.x - $0.to.y) > 0 })
    }

    @Test func `a contour that leaves the plot is a line from edge to edge, and none lacks an end`() {
        let slope = Raster(columns: 5, values: (0..<25).map { Double($0 % 5) + 0.1 * Double($0 / 5) }, label: "z")
        for level in [1.05, 2.3] {
            let lines = MarchingSquares(slope, level: level).lines
            #expect(lines.count == 1 && lines[0].count >= 5)
            #expect(Set([lines[0].first?.y, lines[0].last?.y]) == [0, 4])
        }
        // A level that the corners have themselves gives no line without an end.
        let flat = MarchingSquares(Raster(columns: 3, values: [0, 0, 0, 0, 1, 0, 0, 0, 0], label: "z"), level: 0).lines
        #expect(flat.allSatisfy { Set($0).count > 1 })
    }

    @Test func `notes of neighbors move apart rather than lie on each other`() throws {
        let chart = Chart([("best", 16), ("stops", 26)]) { name, epoch in
            RuleMark(x: .value("Epoch", epoch)).annotation(position: .top) { Text(name) }
        }
        .chartXScale(domain: 0...120)
        let notes = Drawing(chart, id: "a", layout: .narrow).texts.filter { $0.role == .annotation }
        #expect(notes.map(\.text) == ["best", "stops"])
        let (best, stops) = (try #require(notes.first).box, try #require(notes.last).box)
        #expect(best.right + 4 <= stops.x + 0.001 && stops.x - best.right < 5 && best.y == stops.y)
    }

    @Test func `a note that would lie on another is left out`() {
        let chart = Chart {
            for name in ["first", "second"] {
                PointMark(x: .value("x", 1), y: .value("y", 1)).annotation { Text(name) }
            }
        }
        let notes = Drawing(chart, id: "a", layout: .regular).texts.filter { $0.role == .annotation }.map(\.text)
        #expect(notes == ["first"])
    }
}
