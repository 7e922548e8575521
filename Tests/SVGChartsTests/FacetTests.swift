import SVGCharts
import Testing

/// One small chart for each of some values.
@Suite struct FacetTests {
    static func losses(_ count: Int, columns: Int? = nil) -> Facet {
        Facet("Dropout rate", Array([0, 0.25, 0.5, 0.6, 0.75].prefix(count)), columns: columns) { rate in
            Chart {
                for (data, floor) in [("training", 0.2), ("validation", 0.4)] {
                    for epoch in 1...8 {
                        LineMark(x: .value("Epoch", epoch), y: .value("Loss", floor + (1 - rate) / Double(epoch)))
                            .foregroundStyle(by: .value("Data", data))
                    }
                }
            }
        }
    }

    private func places(_ drawing: FacetDrawing) -> [Place] {
        drawing.texts.filter { $0.role == .panelTitle }.map { Place(x: $0.x, y: $0.baseline) }
    }

    @Test(arguments: [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3)])
    func `panels wrap into rows of about one length`(_ count: Int, _ columns: Int) {
        let places = places(FacetDrawing(Self.losses(count), id: "f", layout: .regular))
        #expect(places.count == count)
        #expect(Set(places.map(\.x)).count == columns)
        #expect(Set(places.map(\.y)).count == (count + columns - 1) / columns)
    }

    @Test func `no more columns than asked for, and no more than have room`() {
        let one = places(FacetDrawing(Self.losses(3, columns: 1), id: "f", layout: .regular))
        #expect(Set(one.map(\.x)).count == 1)
        let narrow = places(FacetDrawing(Self.losses(4, columns: 4), id: "f", layout: .narrow))
        #expect(Set(narrow.map(\.x)).count == 2)
    }

    @Test(arguments: 1...5)
    func `no text overlaps another or leaves the picture`(_ count: Int) {
        for layout in [ChartLayout.regular, .narrow] {
            for facet in [Self.losses(count), Self.losses(count).chartTitle("Less learned by heart")] {
                let drawing = FacetDrawing(facet, id: "f", layout: layout)
                let picture = Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height)
                for (index, text) in drawing.texts.enumerated() {
                    #expect(picture.contains(text.box), "\(text.text) leaves the picture")
                    #expect(!drawing.texts[..<index].contains { $0.box.overlaps(text.box) }, "\(text.text) overlaps")
                }
            }
        }
    }

    @Test func `only the outer panels have labels, the same for all, and there is one legend`() {
        let texts = FacetDrawing(Self.losses(4), id: "f", layout: .regular).texts
        let ticks = texts.filter { $0.role == .tickLabel }
        #expect(
            ticks.filter { $0.anchor == .end }.map(\.text) == ["0.0", "0.5", "1.0", "1.5", "0.0", "0.5", "1.0", "1.5"])
        #expect(ticks.filter { $0.anchor == .middle }.count == 16)
        #expect(texts.filter { $0.role == .legend }.map(\.text) == ["training", "validation"])
    }

    @Test func `a facet says what each panel shows, and its table names the panels`() {
        let facet = Facet("Model", ["ridge", "lasso"]) { name in
            Chart { BarMark(x: .value("Part", "bias"), y: .value("Error", name == "ridge" ? 1 : 2)) }
        }
        #expect(facet.summary == "ridge: Error is 1 for bias. lasso: Error is 2 for bias.")
        #expect(facet.table.columns.map(\.name) == ["Model", "Part", "Error"])
        #expect(facet.table.rows == [["ridge", "bias", "1"], ["lasso", "bias", "2"]])
        #expect(FacetDrawing(facet, id: "f", layout: .regular).svg.contains(">Bar chart of error by part, by model<"))
    }

    @Test func `a facet is well-formed with unique ids, and without values it ends the program`() async throws {
        let ids = try Elements(parsing: Self.losses(5).html(id: "f")).all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count && ids.contains("f-narrow-title"))
        await #expect(processExitsWith: .failure) { _ = Facet("Model", [String]()) { _ in Chart {} } }
    }
}
