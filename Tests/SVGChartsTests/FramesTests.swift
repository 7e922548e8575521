import Foundation
import SVGCharts
import Testing

/// One chart for each value of a control.
@Suite struct FramesTests {
    private static func powers(_ degrees: [Int], default start: Int? = nil, title: Bool = false) -> Frames {
        Frames(control: FrameControl("Degree", degrees, default: start)) { degree in
            let chart = Chart {
                LinePlot(x: "x", y: "y", domain: 0...2) { x in (0..<degree).reduce(1.0) { power, _ in power * x } }
                PointMark(x: .value("x", 1), y: .value("y", degree)).foregroundStyle(.orange)
                    .annotation { Text("degree \(degree)") }
            }
            return title
                ? chart.chartTitle("The power \(degree) of x, in a title that is too long for one line") : chart
        }
    }

    private func groups(_ html: String) -> [String] {
        html.components(separatedBy: "\n").filter { $0.contains("class=\"chart-frame") }
    }

    @Test func `each value has a button and a frame in both layouts, and only the default is shown`() {
        let html = Self.powers([1, 2, 3], default: 2).html(id: "f")
        #expect(html.components(separatedBy: "type=\"radio\"").count == 4)
        #expect(html.contains("value=\"1\" checked=\"checked\""))
        let frames = groups(html)
        #expect(frames.count == 6)
        #expect(frames.map { $0.contains("display=\"none\"") } == [true, false, true, true, false, true])
        #expect(frames[1].contains("aria-label=\"Degree 2: y rises from 0.00 at x 0 to 4.00 at x 2.\""))
    }

    @Test func `all frames share axes that hold every one of them`() {
        let drawing = FramesDrawing(Self.powers([1, 2, 3]), id: "f", layout: .regular)
        let ticks = drawing.texts.map { $0.filter { $0.role == .tickLabel } }
        #expect(ticks[0] == ticks[1] && ticks[1] == ticks[2])
        #expect(ticks[0].map(\.text).contains("8"))
        #expect(drawing.svg.components(separatedBy: "chart-grid").count == 3)
        let alone = Drawing(Self.powers([1]).standing, id: "f", layout: .regular)
        #expect(!alone.texts.map(\.text).contains("8"))
    }

    @Test func `series have one look in every frame, whichever come first there`() {
        let frames = Frames(control: FrameControl("Models", [1, 2])) { count in
            Chart(["ridge", "lasso"].suffix(count)) { name in
                BarMark(x: .value("Model", name), y: .value("Error", 1)).foregroundStyle(by: .value("Model", name))
            }
        }
        let svg = FramesDrawing(frames, id: "f", layout: .regular).svg
        let fills = svg.components(separatedBy: "\n").filter { $0.contains("chart-bars") }
        #expect(fills.count == 3 && fills[0] == fills[2] && fills[0] != fills[1])
    }

    @Test(arguments: [ChartLayout.regular, .narrow])
    func `no text of any frame overlaps another or leaves the picture`(_ layout: ChartLayout) {
        for title in [true, false] {
            let drawing = FramesDrawing(Self.powers([1, 2, 5], title: title), id: "f", layout: layout)
            let picture = Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height)
            for texts in drawing.texts {
                for (index, text) in texts.enumerated() {
                    #expect(picture.contains(text.box), "\(text.text) leaves the picture")
                    #expect(!texts[..<index].contains { $0.box.overlaps(text.box) }, "\(text.text) overlaps")
                }
            }
        }
    }

    @Test func `frames are well-formed, with unique ids, and the same when drawn twice`() throws {
        let html = Self.powers([1, 2, 3], title: true).html(id: "a b")
        let elements = try Elements(parsing: html)
        let ids = elements.all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count && ids.contains("a-b-frames"))
        #expect(html == Self.powers([1, 2, 3], title: true).html(id: "a b"))
    }

    @Test func `on paper stands which frame it is, and that a screen has others`() {
        let html = Self.powers([1, 2, 3], default: 2).html(id: "f")
        #expect(html.contains(">Shown: degree 2. On a screen, a control shows 3 values, degree 1 to 3.</p>"))
        #expect(Self.powers([1]).html(id: "f").contains("On a screen, the control has no other value."))
    }

    @Test func `fifteen frames of a curve stay small`() {
        let html = Self.powers(Array(1...15)).html(id: "f")
        #expect(html.utf8.count < 60_000)
    }

    @Test func `the table names each frame, or the one shown at first`() {
        let frames = Frames(control: FrameControl("Optimizer", ["SGD", "Adam"], default: "Adam")) { name in
            Chart(1...2) { LineMark(x: .value("Epoch", $0), y: .value("\(name) loss", 1 / Double($0))) }
        }
        #expect(frames.table.columns.map(\.name) == ["Optimizer", "Epoch", "SGD loss", "Adam loss"])
        #expect(frames.table.rows[2] == ["Adam", "1", "", "1"])
        #expect(frames.standingTable.rows == [["Adam", "1", "1"], ["Adam", "2", "0.5"]])
        #expect(
            frames.summary
                == "Adam: Adam loss falls from 1.0 at epoch 1 to 0.5 at epoch 2. A control shows 2 values: SGD, Adam.")
    }

    @Test func `values are shown as their label says, and any value can be one`() {
        struct Setting: Equatable { let rate: Double }
        let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
        let percent = Frames(control: FrameControl("Rate", [0, 0.5]) { "\(Int($0 * 100))%" }) { _ in chart }
        #expect(percent.html(id: "f").contains("<span>50%</span>") && percent.html(id: "f").contains("chart-slider"))
        let settings = [Setting(rate: 1), Setting(rate: 2)]
        let others = Frames(control: FrameControl("Rate", settings, default: settings[1]) { "p = \($0.rate)" }) { _ in
            chart
        }
        #expect(others.summary.hasPrefix("p = 2.0: One point") && !others.html(id: "f").contains("chart-slider"))
    }

    @Test func `an error in a frame's code is the caller's`() {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try Frames(control: FrameControl("n", [1, 2])) { (n: Int) throws -> Chart in
                if n == 2 { throw Refusal() }
                return Chart {}
            }
        }
    }

    @Test func `a control without values, or whose default is none of them, ends the program`() async {
        await #expect(processExitsWith: .failure) { _ = FrameControl("Degree", [Int]()) }
        await #expect(processExitsWith: .failure) { _ = FrameControl("Degree", [1, 2], default: 3) }
    }
}
