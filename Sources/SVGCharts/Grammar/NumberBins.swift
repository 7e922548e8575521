/// Ranges of equal width that hold some numbers, with edges that are easy to read: the bins of a histogram.
///
///     let bins = NumberBins(data: [0.1, 0.4, 1.9], desiredCount: 4)    // 0–0.5, 0.5–1, 1–1.5, 1.5–2
///     bins.index(for: 0.4)                                             // 0
public struct NumberBins: RandomAccessCollection, Sendable {
    /// The edges of the bins, one more than there are bins.
    public let thresholds: [Double]

    /// About so many bins, whose edges are round numbers, over the range of some numbers. NaN and infinity count for
    /// nothing; equal numbers have a bin of their own.
    public init(data: some Sequence<Double>, desiredCount: Int = 10) {
        let numbers = data.compactMap { Datum.drawable($0) }
        self.init(range: (numbers.min() ?? 0)...(numbers.max() ?? 0), desiredCount: desiredCount)
    }

    /// About so many bins, whose edges are round numbers, over a range.
    public init(range: ClosedRange<Double>, desiredCount: Int = 10) {
        let search = ExtendedWilkinson(
            lower: range.lowerBound, upper: range.upperBound, count: Swift.max(desiredCount, 1) + 1, reach: .covering)
        thresholds = search.search()?.values ?? [range.lowerBound - 0.5, range.lowerBound + 0.5]
    }

    /// Bins with these edges, in ascending order; two or more.
    public init(thresholds: [Double]) {
        let isAscending = zip(thresholds, thresholds.dropFirst()).allSatisfy { $0 < $1 }
        guard thresholds.count > 1, isAscending else { fatalError("the edges of bins ascend, and are two or more") }
        self.thresholds = thresholds
    }

    /// The place of the first bin.
    public var startIndex: Int { 0 }
    /// One more than the place of the last bin.
    public var endIndex: Int { thresholds.count - 1 }

    /// The bin at a place.
    public subscript(index: Int) -> ChartBinRange {
        ChartBinRange(lowerBound: thresholds[index], upperBound: thresholds[index + 1])
    }

    /// Which bin a number falls into: one that holds its lower edge, and the last its upper one too. A number beyond all
    /// bins falls into the nearest.
    public func index(for value: Double) -> Int {
        let above = thresholds.firstIndex { value < $0 } ?? thresholds.count
        return Swift.min(Swift.max(above - 1, 0), count - 1)
    }

    /// How many of some numbers fall into each bin. NaN and infinity count for nothing.
    public func counts(of data: some Sequence<Double>) -> [Int] {
        var counts = Array(repeating: 0, count: count)
        for value in data where value.isFinite { counts[index(for: value)] += 1 }
        return counts
    }
}

/// The range of one bin.
public struct ChartBinRange: Hashable, Sendable, Plottable {
    /// The least number in it.
    public let lowerBound: Double
    /// The number that it ends before.
    public let upperBound: Double

    /// A range between two numbers.
    public init(lowerBound: Double, upperBound: Double) {
        self.lowerBound = lowerBound
        self.upperBound = upperBound
    }

    /// Its middle, where one number is to stand for it.
    public var primitivePlottable: Double { (lowerBound + upperBound) / 2 }

    /// A range is not known from its middle.
    public init?(primitivePlottable: Double) { nil }
}

extension BarMark {
    /// A bar as wide as its bin: `BarMark(x: .value("Weight", bin), y: .value("Count", count))`.
    public init<Y: Plottable>(x: PlottableValue<ChartBinRange>, y: PlottableValue<Y>) {
        self.init(
            xStart: .value(x.label, x.value.lowerBound), xEnd: .value(x.label, x.value.upperBound), y: y)
    }
}
