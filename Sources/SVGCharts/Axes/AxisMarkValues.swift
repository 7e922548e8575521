/// The values at which an axis is marked.
public struct AxisMarkValues: Sendable {
    package enum Choice: Sendable {
        case automatic(count: Int?)
        case stride(Double)
        case exactly([Datum])
    }

    package let choice: Choice

    /// Values that are easy to read, as many as there is room for.
    public static let automatic = AxisMarkValues(choice: .automatic(count: nil))

    /// Values that are easy to read, about as many as this.
    public static func automatic(desiredCount: Int) -> AxisMarkValues {
        AxisMarkValues(choice: .automatic(count: desiredCount))
    }

    /// The multiples of a step.
    public static func stride(by step: Double) -> AxisMarkValues {
        AxisMarkValues(choice: .stride(step))
    }

    package static func exactly<Value: Plottable>(_ values: [Value]) -> AxisMarkValues {
        AxisMarkValues(choice: .exactly(values.map { $0.datum }))
    }
}
