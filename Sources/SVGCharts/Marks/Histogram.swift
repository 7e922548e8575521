/// How often numbers fall into bins of equal width: one bar a bin.
///
///     Histogram("Weight", weights, desiredCount: 20)
public struct Histogram: ChartContent {
    /// The bars as plain values.
    public let marks: [MarkDescriptor]

    /// A bar for each of about so many bins, as high as there are numbers in it.
    public init(_ label: String, _ data: [Double], desiredCount: Int = 10, count: String = "Count") {
        let bins = NumberBins(data: data, desiredCount: desiredCount)
        marks =
            data.isEmpty
            ? []
            : zip(bins, bins.counts(of: data)).flatMap { bin, number in
                BarMark(x: .value(label, bin), y: .value(count, number)).marks
            }
    }
}
