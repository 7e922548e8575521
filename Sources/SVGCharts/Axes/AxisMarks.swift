/// Where an axis is marked and with what: grid lines, ticks and labels at each of its values.
///
///     .chartXAxis {
///         AxisMarks(values: .stride(by: 2)) { value in
///             AxisGridLine()
///             AxisValueLabel("week \(value.index)")
///         }
///     }
public struct AxisMarks: AxisContent {
    package let values: AxisMarkValues
    package let content: ((AxisValue) -> AxisMarkGroup)?

    /// The marks themselves.
    public var axisMarks: [AxisMarks] { [self] }

    /// The usual marks at these values.
    public init(values: AxisMarkValues = .automatic) {
        self.values = values
        content = nil
    }

    /// The usual marks at exactly these values.
    public init<Value: Plottable>(values: [Value]) {
        self.init(values: .exactly(values))
    }

    /// What the closure gives for each of these values.
    public init(
        values: AxisMarkValues = .automatic, @AxisMarkBuilder content: @escaping (AxisValue) -> AxisMarkGroup
    ) {
        self.values = values
        self.content = content
    }

    /// What the closure gives for each of exactly these values.
    public init<Value: Plottable>(
        values: [Value], @AxisMarkBuilder content: @escaping (AxisValue) -> AxisMarkGroup
    ) {
        self.init(values: .exactly(values), content: content)
    }

    /// The same at each of these values.
    public init(values: AxisMarkValues = .automatic, @AxisMarkBuilder content: () -> AxisMarkGroup) {
        let group = content()
        self.init(values: values) { _ in group }
    }

    /// The same at each of exactly these values.
    public init<Value: Plottable>(values: [Value], @AxisMarkBuilder content: () -> AxisMarkGroup) {
        self.init(values: .exactly(values), content: content)
    }
}
