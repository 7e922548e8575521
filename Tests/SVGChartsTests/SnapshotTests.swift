import Foundation
import SVGCharts
import Testing

/// Pictures are compared with those in `Fixtures`. `WEFT_RECORD=1 swift test` records them anew; look at them before
/// committing. A failure leaves what it got beside what it wanted, as `<name>.got.svg`.
@Suite struct SnapshotTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    @Test(arguments: ChartCase.all + ChartCase.more)
    func `a chart is drawn as it is kept`(_ example: ChartCase) throws {
        try check(example.svg, example.name)
    }

    @Test(arguments: [ChartLayout.regular, .narrow])
    func `a facet is drawn as it is kept`(_ layout: ChartLayout) throws {
        let name = layout == .regular ? "facet" : "facet-narrow"
        try check(FacetTests.losses(5).svg(id: name, layout: layout), name)
    }

    private func check(_ svg: String, _ name: String) throws {
        let kept = Self.fixtures.appendingPathComponent("\(name).svg")
        let got = Self.fixtures.appendingPathComponent("\(name).got.svg")
        if ProcessInfo.processInfo.environment["WEFT_RECORD"] == "1" {
            try svg.write(to: kept, atomically: true, encoding: .utf8)
        }
        let wanted = try? String(contentsOf: kept, encoding: .utf8)
        if wanted != svg {
            try svg.write(to: got, atomically: true, encoding: .utf8)
            Issue.record("\(kept.lastPathComponent) differs: see \(got.lastPathComponent)")
        } else {
            try? FileManager.default.removeItem(at: got)
        }
    }

    @Test func `every picture that is kept belongs to a case`() throws {
        let names = Set((ChartCase.all + ChartCase.more).map { "\($0.name).svg" } + ["facet.svg", "facet-narrow.svg"])
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
        #expect(files.filter { $0.hasSuffix(".svg") && !$0.hasSuffix(".got.svg") }.allSatisfy(names.contains))
    }
}
