/// What can show itself as a chart: a training history, a path of coefficients, a confusion matrix.
public protocol ChartConvertible {
    /// The chart of this value.
    var chart: Chart { get }
}

extension Chart: ChartConvertible {
    /// The chart itself.
    public var chart: Chart { self }
}
