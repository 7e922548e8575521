/// One of the values at which an axis is marked.
public struct AxisValue: Sendable {
    /// Its place among them, from 0.
    public let index: Int
    /// How many there are.
    public let count: Int
    package let datum: Datum

    /// The value as what was drawn, or nil where it is of another type.
    public func `as`<Value: Plottable>(_ type: Value.Type) -> Value? {
        Value.PrimitivePlottable(datum: datum).flatMap { Value(primitivePlottable: $0) }
    }
}
