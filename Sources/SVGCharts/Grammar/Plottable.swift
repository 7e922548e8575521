/// A type whose values can be drawn. Numbers and strings are; an enumeration with such raw values needs only to say so:
///
///     enum Split: String, Plottable { case training, validation }
public protocol Plottable {
    /// The number or the string that stands for a value.
    associatedtype PrimitivePlottable: PrimitivePlottableProtocol
    /// What is drawn for this value.
    var primitivePlottable: PrimitivePlottable { get }
    /// The value that is drawn so, or nil where there is none.
    init?(primitivePlottable: PrimitivePlottable)
}

/// One of the types that every plottable value comes down to: `Int`, `Double`, `Float` or `String`.
public protocol PrimitivePlottableProtocol {
    /// This value as a channel holds it.
    var datum: Datum { get }
    /// The value that a channel holds, or nil where it holds another kind.
    init?(datum: Datum)
}

extension Plottable where Self: PrimitivePlottableProtocol {
    /// The value itself.
    public var primitivePlottable: Self { self }
    /// The value itself.
    public init?(primitivePlottable: Self) { self = primitivePlottable }
}

extension Plottable where Self: RawRepresentable, RawValue: PrimitivePlottableProtocol {
    /// The raw value.
    public var primitivePlottable: RawValue { rawValue }
    /// The case with that raw value.
    public init?(primitivePlottable: RawValue) { self.init(rawValue: primitivePlottable) }
}

extension Plottable {
    /// What a channel holds for this value.
    package var datum: Datum { primitivePlottable.datum }
}

extension Double: Plottable, PrimitivePlottableProtocol {
    /// The number.
    public var datum: Datum { .number(self) }
    /// The number, where there is one.
    public init?(datum: Datum) {
        guard case .number(let value) = datum else { return nil }
        self = value
    }
}

extension Float: Plottable, PrimitivePlottableProtocol {
    /// The number.
    public var datum: Datum { .number(Double(self)) }
    /// The nearest `Float`, where there is a number.
    public init?(datum: Datum) {
        guard case .number(let value) = datum else { return nil }
        self = Float(value)
    }
}

extension Int: Plottable, PrimitivePlottableProtocol {
    /// The number.
    public var datum: Datum { .number(Double(self)) }
    /// The whole number, where there is one.
    public init?(datum: Datum) {
        guard case .number(let value) = datum else { return nil }
        self.init(exactly: value)
    }
}

extension String: Plottable, PrimitivePlottableProtocol {
    /// The category of this name.
    public var datum: Datum { .category(self) }
    /// The category's name, where there is one.
    public init?(datum: Datum) {
        guard case .category(let name) = datum else { return nil }
        self = name
    }
}
