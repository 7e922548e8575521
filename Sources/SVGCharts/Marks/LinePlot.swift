/// The graph of a function.
///
///     LinePlot(x: "x", y: "relu(x)", domain: -2...2) { max(0, $0) }
public struct LinePlot: ChartContent {
    /// The points of the graph as plain values.
    public let marks: [MarkDescriptor]

    /// The function at 257 values of the domain, equally far apart, of which 33 are in the data table. Where it is NaN
    /// or infinite there is a gap.
    public init(x: String, y: String, domain: ClosedRange<Double>, function: (Double) -> Double) {
        let width = domain.upperBound - domain.lowerBound
        marks = (0...Self.steps).map { step in
            let value = domain.lowerBound + width * Double(step) / Double(Self.steps)
            var mark = MarkDescriptor(
                LineMark.type, x: Channel(label: x, datum: .number(value)),
                y: Channel(label: y, datum: .number(function(value))))
            if step % Self.stepsPerRow != 0 { mark.isBetweenRows = true }
            return mark
        }
    }

    private static let steps = 256
    private static let stepsPerRow = 8
}
