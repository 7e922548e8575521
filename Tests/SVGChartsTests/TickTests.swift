import SVGCharts
import Testing

/// Where axes are labelled.
@Suite struct TickTests {
    /// The first is the paper's own example; the others are what mizani 0.14.6 gives, which follows the authors' code.
    @Test(arguments: [
        (8.1, 14.1, 4, [8.0, 10, 12, 14]),
        (0, 1, 5, [0, 0.25, 0.5, 0.75, 1]),
        (0, 9, 5, [0, 2.5, 5, 7.5, 10]),
        (0, 9, 6, [0, 2, 4, 6, 8, 10]),
        (1, 10, 5, [0, 2.5, 5, 7.5, 10]),
        (-1, 1, 5, [-1, -0.5, 0, 0.5, 1]),
        (0.685, 0.914, 5, [0.7, 0.75, 0.8, 0.85, 0.9]),
        (0.21, 0.91, 5, [0.2, 0.4, 0.6, 0.8, 1]),
        (0, 100, 5, [0, 25, 50, 75, 100]),
        (17, 23, 6, [17, 18, 19, 20, 21, 22, 23]),
        (1e-5, 9e-5, 4, [0, 3e-5, 6e-5, 9e-5]),
        (-37, 112, 7, [-25, 0, 25, 50, 75, 100]),
        (1e6, 5.3e6, 5, [1e6, 2e6, 3e6, 4e6, 5e6]),
        (0.1, 0.14, 3, [0.1, 0.12, 0.14]),
        (3, 977, 8, [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000]),
    ])
    func `labels are those of the paper`(_ lower: Double, _ upper: Double, _ count: Int, _ expected: [Double]) {
        #expect(ExtendedWilkinson(lower: lower, upper: upper, count: count).search()?.values == expected)
    }

    @Test func `labels that cover hold the data, those inside stay in it, whole ones are whole`() throws {
        var state: UInt64 = 1
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        for round in 0..<300 {
            let size = Mathematics.powerOfTen(round % 13 - 6)
            let lower = (random() - 0.5) * size, upper = lower + (random() + 0.01) * size
            let count = 3 + round % 6
            let covering = try #require(
                ExtendedWilkinson(lower: lower, upper: upper, count: count, reach: .covering).search()?.values)
            #expect(covering[0] <= lower + size * 1e-9 && covering[covering.count - 1] >= upper - size * 1e-9)
            if lower < 0, upper > 0 { #expect(covering.contains(0)) }
            let inside = ExtendedWilkinson(lower: lower, upper: upper, count: count, reach: .inside).search()?.values
            #expect(inside?.allSatisfy { $0 >= lower - size * 1e-9 && $0 <= upper + size * 1e-9 } ?? true)
            let whole = ExtendedWilkinson(lower: lower * 1e3, upper: upper * 1e3, count: count, isWhole: true).search()
            #expect(whole?.values.allSatisfy { $0 == $0.rounded() } ?? true)
        }
    }

    @Test(arguments: [
        ([1.0, 10], ScaleType.linear, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
        ([0, 1e5], .linear, ["0", "20,000", "40,000", "60,000", "80,000", "100,000"]),
        ([0.001, 1000], .log, ["0.001", "0.01", "0.1", "1", "10", "100", "1000"]),
        ([0.3, 4], .log, ["0.5", "1", "2"]),
        ([-100, 100], .symmetricLog, ["−100", "−10", "−1", "0", "1", "10", "100"]),
    ])
    func `an axis is labelled`(_ values: [Double], _ type: ScaleType, _ labels: [String]) {
        let chart = Chart(values) { LineMark(x: .value("x", $0), y: .value("y", $0)) }
            .chartXScale(type: type).chartYAxis(.hidden)
        let texts = Drawing(chart, id: "x", layout: .regular).texts
        #expect(texts.filter { $0.role == .tickLabel }.map(\.text) == labels)
    }

    @Test func `a logarithmic axis over zero leaves a gap, and one without a positive value is still an axis`() {
        let chart = Chart([0.0, 1, 10, 100]) { LineMark(x: .value("λ", $0), y: .value("error", 1 / ($0 + 1))) }
            .chartXScale(type: .log)
        let texts = Drawing(chart, id: "x", layout: .regular).texts.map(\.text)
        #expect(texts.contains("1") && texts.contains("100") && !texts.contains("0"))
        let empty = Chart([-1.0, 0]) { PointMark(x: .value("λ", $0), y: .value("error", $0)) }.chartXScale(type: .log)
        #expect(Drawing(empty, id: "x", layout: .regular).texts.contains { $0.text == "No data" })
    }
}
