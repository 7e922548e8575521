import SVGCharts
import Testing

/// The grammar compiles as Swift Charts' does and gives the marks that it says.
@Suite struct GrammarTests {
    private enum Split: String, Plottable { case training, validation }

    private struct Curve: ChartContent {
        let losses: [Double]
        var body: some ChartContent {
            ForEach(losses.indices, id: \.self) { index in
                LineMark(x: .value("Epoch", index), y: .value("Loss", losses[index]))
            }
        }
    }

    @Test func `loops, conditions and content of one's own give their marks in order`() {
        let isShown = true
        let limit: Double? = nil
        let chart = Chart {
            Curve(losses: [3, 2, 1]).foregroundStyle(.orange)
            for step in 0..<2 { PointMark(x: .value("Epoch", step), y: .value("Loss", Float(step))) }
            if isShown { RuleMark(y: .value("Loss", 2)) } else { RuleMark(y: .value("Loss", 3)) }
            if let limit { RuleMark(x: .value("Epoch", limit)) }
        }
        #expect(chart.marks.map(\.kind) == [.line, .line, .line, .point, .point, .rule])
        #expect(chart.marks.compactMap { $0.style.foreground?.value } == [.orange, .orange, .orange])
    }

    @Test func `data give the marks with and without an id`() {
        let rows = [(x: 1, y: 2.0), (x: 2, y: 3.0)]
        let plain = Chart(rows) { LineMark(x: .value("x", $0.x), y: .value("y", $0.y)) }
        let identified = Chart(rows, id: \.x) { LineMark(x: .value("x", $0.x), y: .value("y", $0.y)) }
        #expect(plain.svg(id: "a") == identified.svg(id: "a"))
        #expect(plain.marks.count == 2)
    }

    @Test func `an enumeration of strings is plottable both ways`() {
        let mark = PointMark(x: .value("Split", Split.validation), y: .value("n", 1)).marks[0]
        #expect(mark.x?.datum == .category("validation"))
        let chart = Chart([Split.training, .validation]) { BarMark(x: .value("Split", $0), y: .value("n", 1)) }
            .chartXAxis {
                AxisMarks { value in
                    AxisValueLabel(value.as(Split.self) == .training ? "T" : "V")
                    AxisValueLabel(value.as(Int.self).map(String.init) ?? value.as(String.self) ?? "")
                }
            }
        let labels = Drawing(chart, id: "a", layout: .regular).texts.filter { $0.role == .tickLabel }.map(\.text)
        #expect(labels.contains("training") && !labels.contains("T"))
    }

    @Test(arguments: [true, false])
    func `ten series look ten ways, whether dashes are asked for or not`(_ isAskedFor: Bool) {
        let chart = Chart {
            for series in 0..<10 {
                let name = "series \(series)"
                for x in 0..<2 {
                    let line = LineMark(x: .value("x", x), y: .value("y", series))
                        .foregroundStyle(by: .value("Name", name))
                    if isAskedFor { line.lineStyle(by: .value("Name", name)) } else { line }
                }
            }
        }
        let looks = Encoding(chart.marks, chart.options).layers.map { "\($0.look.color.css) \($0.look.stroke.dash)" }
        #expect(looks.count == 10 && Set(looks).count == 10)
    }

    @Test(arguments: [
        ("0.1", true), ("15th", true), ("10 ms", true), ("1e-4", true), ("", true), ("40% redrawn", false),
        ("3 epochs", false), ("with dropout", false), ("λ = 0.1", false),
    ])
    func `a legend has a title where its entries say nothing without it`(_ entry: String, _ isTitled: Bool) {
        let chart = Chart {
            for name in [entry, "right labels"] {
                LineMark(x: .value("x", 1), y: .value("y", 2)).foregroundStyle(by: .value("Labels", name))
            }
        }
        let titles = Drawing(chart, id: "a", layout: .regular).texts.filter { $0.role == .legendTitle }
        #expect(titles.map(\.text) == (isTitled ? ["Labels"] : []))
    }

    @Test func `a bar without a height is in the table and not in the picture`() {
        let chart = Chart([("a", 3.0), ("b", 0), ("c", 1e-9)]) {
            BarMark(x: .value("Name", $0.0), y: .value("Count", $0.1))
        }
        #expect(chart.table.rows.count == 3)
        #expect(chart.svg(id: "a").split(separator: "\n").count { $0.hasPrefix("<rect") } == 1)
    }

    @Test func `a mark has its way against the group around it`() {
        let group = ForEach(0..<1) {
            LineMark(x: .value("x", $0), y: .value("y", 1)).foregroundStyle(.blue).opacity(0.5)
        }
        let mark = group.foregroundStyle(.orange).opacity(0.5).marks[0]
        #expect(mark.style.foreground?.value == .blue)
        #expect(mark.style.opacity == 0.25)
    }

    @Test func `an axis shows what its closure says of each value`() {
        let chart = Chart(0..<3) { PointMark(x: .value("x", $0), y: .value("y", $0)) }
            .chartXAxis {
                AxisMarks(values: [0, 2]) { value in
                    AxisTick()
                    AxisValueLabel("\(value.index + 1) of \(value.count): \(value.as(Int.self) ?? -1)")
                }
            }
            .chartYAxis(.hidden)
        let texts = Drawing(chart, id: "a", layout: .regular).texts.filter { $0.role == .tickLabel }.map(\.text)
        #expect(texts == ["1 of 2: 0", "2 of 2: 2"])
    }

    @Test func `a given scale orders and colours the legend`() {
        let chart = AccuracyCurves.chart
            .chartForegroundStyleScale(["with dropout": .green, "without dropout": .purple])
        let drawing = Drawing(chart, id: "a", layout: .regular)
        let legend = drawing.texts.filter { $0.role == .legend }.map(\.text)
        #expect(legend == ["with dropout", "without dropout", "training", "validation"])
        #expect(drawing.svg.contains("var(--chart-3, #085023)") && !drawing.svg.contains("--chart-1"))
    }

    @Test func `direct labels take the place of the legend, and give way to it where there is no room`() {
        let wide = Drawing(AccuracyCurves.chart.directLabels(), id: "a", layout: .regular).texts.map(\.role)
        #expect(wide.contains(.directLabel) && !wide.contains(.legend))
        let narrow = Drawing(AccuracyCurves.chart.directLabels(), id: "a", layout: .narrow).texts.map(\.role)
        #expect(!narrow.contains(.directLabel) && narrow.contains(.legend))
        let hidden = Drawing(AccuracyCurves.chart.chartLegend(.hidden), id: "a", layout: .regular).texts.map(\.role)
        #expect(!hidden.contains(.legend))
    }

    @Test func `labels are moved apart as little as possible`() {
        #expect(DirectLabels.spread([10, 50], [10, 10], from: 0, to: 100) == [10, 50])
        #expect(DirectLabels.spread([50, 50], [10, 10], from: 0, to: 100) == [45, 55])
        #expect(DirectLabels.spread([50, 51, 52], [10, 10, 10], from: 0, to: 100) == [41, 51, 61])
        #expect(DirectLabels.spread([0, 99], [10, 10], from: 0, to: 100) == [5, 95])
    }

    @Test func `bars of one place stand on each other, positive and negative ones apart`() {
        let chart = Chart([2.0, -1, 3, -4]) { BarMark(x: .value("x", "a"), y: .value("y", $0)) }
        let ends = Stacking.apply(chart.marks).map { [$0.y?.datum, $0.yEnd?.datum] }
        #expect(
            ends == [
                [.number(0), .number(2)], [.number(0), .number(-1)], [.number(2), .number(5)],
                [.number(-1), .number(-5)],
            ])
    }

    @Test func `an axis runs the other way where it is asked to, and names stand at the right ends`() {
        func x(_ text: String, _ chart: Chart) -> Double? {
            Drawing(chart, id: "a", layout: .regular).texts.first { $0.text == text && $0.role == .tickLabel }?.x
        }
        let chart = Chart([1.0, 10, 100]) {
            LineMark(x: .value("λ", $0), y: .value("Error", 1 / $0)).foregroundStyle(by: .value("Model", "ridge"))
        }
        .chartXScale(type: .log)
        let reversed = chart.chartXScale(domain: .automatic(reversed: true), type: .log)
        #expect(x("1", chart)! < x("100", chart)!)
        #expect(x("1", reversed)! > x("100", reversed)!)
    }

    @Test func `a plot keeps its shape`() throws {
        let chart = Chart { RasterMark(x: "x", y: "y", xDomain: 0...1, yDomain: 0...1) { $0 + $1 } }
            .chartXScale(domain: 0...1).chartYScale(domain: 0...1)
        for (ratio, layout) in [(1.0, ChartLayout.regular), (2, .regular), (1, .narrow)] {
            let plot = Layout(chart.aspectRatio(ratio), layout).plane.plot
            #expect(abs(plot.width / plot.height - ratio) < 1e-9)
        }
    }

    @Test func `series beyond the palette differ by their strokes`() {
        let chart = Chart(0..<10) {
            LineMark(x: .value("x", 1), y: .value("y", $0)).foregroundStyle(by: .value("s", "s\($0)"))
        }
        let looks = Encoding(chart.marks, chart.options).layers.map(\.look)
        for (index, look) in looks.enumerated() {
            #expect(!looks[..<index].contains { $0.color == look.color && $0.stroke == look.stroke })
        }
    }
}
