import SVGCharts
import Testing

/// Bins, histograms, and bars on each other.
@Suite struct BinTests {
    @Test func `bins have round edges, hold their lower one, and the last its upper one too`() {
        let bins = NumberBins(data: [0.1, 0.4, 1.9], desiredCount: 4)
        #expect(bins.thresholds == [0, 0.5, 1, 1.5, 2])
        #expect([0, 0.49, 0.5, 2, -7, 99].map(bins.index(for:)) == [0, 0, 1, 3, 0, 3])
        #expect(bins.counts(of: [0.1, 0.4, 1.9, .nan, .infinity]) == [2, 0, 0, 1])
    }

    @Test(arguments: [[], [.nan], [3], [3, 3, 3], [1e308, -1e308], [0, 5e-324]] as [[Double]])
    func `any numbers make bins that hold each of them`(_ data: [Double]) {
        let bins = NumberBins(data: data)
        #expect(bins.count >= 1)
        #expect(bins.counts(of: data).reduce(0, +) == data.filter(\.isFinite).count)
        #expect(!Chart { Histogram("x", data) }.svg(id: "a").isEmpty)
    }

    @Test func `a histogram's bars are as wide as its bins and say so`() {
        let chart = Chart { Histogram("Weight", [0.1, 0.4, 1.9], desiredCount: 4) }
        #expect(chart.summary == "Count is largest, 2, for weight 0 to 0.5 and smallest, 0, for weight 0.5 to 1.")
        #expect(chart.marks.map { $0.xEnd?.datum } == [0.5, 1, 1.5, 2].map { .number($0) })
    }

    private func ends(_ method: MarkStackingMethod, _ values: [Double]) -> [[Datum?]] {
        let chart = Chart(values) { BarMark(x: .value("x", "a"), y: .value("y", $0), stacking: method) }
        return Stacking.apply(chart.marks).map { [$0.y?.datum, $0.yEnd?.datum] }
    }

    @Test func `bars stand on each other as they are asked to`() {
        #expect(ends(.normalized, [1, 3]) == [[.number(0), .number(0.25)], [.number(0.25), .number(1)]])
        #expect(ends(.normalized, [1, -3]) == [[.number(0), .number(0.25)], [.number(0), .number(-0.75)]])
        #expect(ends(.center, [1, 3]) == [[.number(-2), .number(-1)], [.number(-1), .number(2)]])
        #expect(ends(.unstacked, [1, 3]) == [[.number(0), .number(1)], [.number(0), .number(3)]])
        #expect(ends(.normalized, [0, 0]) == [[.number(0), .number(0)], [.number(0), .number(0)]])
    }

    @Test func `what a mark stands for is said after the summary`() {
        let chart = Chart {
            for epoch in 1...3 { LineMark(x: .value("Epoch", epoch), y: .value("Loss", 4 - epoch)) }
            PointMark(x: .value("Epoch", 3), y: .value("Loss", 1)).accessibilityLabel("the best epoch")
        }
        #expect(chart.svg(id: "a").contains(" at epoch 3. Marked: the best epoch.</desc>"))
    }
}
