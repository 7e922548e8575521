/// How a scale turns values into places.
public enum ScaleType: Hashable, Sendable {
    /// Equal differences are equal distances.
    case linear
    /// Equal ratios are equal distances. Values that are not positive are gaps.
    case log
    /// Distances follow the square root, with the sign kept.
    case squareRoot
    /// A logarithm in both directions, linear about zero: sign(v)·ln(1 + |v|).
    case symmetricLog
    /// One place for each name.
    case category
}

extension ScaleType {
    /// The value on the straight scale behind this one; nil where it has none.
    package func transform(_ value: Double) -> Double? {
        guard let value = Datum.drawable(value) else { return nil }
        return switch self {
        case .linear, .category: value
        case .log: value > 0 ? Mathematics.ln(value) : nil
        case .squareRoot: value < 0 ? -(-value).squareRoot() : value.squareRoot()
        case .symmetricLog: value < 0 ? -Mathematics.ln(1 - value) : Mathematics.ln(1 + value)
        }
    }
}
