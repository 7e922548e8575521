/// What one channel of one mark holds, once its Swift type is forgotten: a number, or the name of a category.
public enum Datum: Hashable, Sendable {
    /// A quantity. NaN and infinity stand for a missing value: a gap in a line, no symbol, no bar.
    case number(Double)
    /// A category, by its name.
    case category(String)
}

extension Datum {
    /// The number, where this is one that can be drawn: so large that differences overflow counts as infinite, so
    /// small that quotients do as zero.
    package var finite: Double? {
        guard case .number(let value) = self else { return nil }
        return Self.drawable(value)
    }

    package static func drawable(_ value: Double) -> Double? {
        guard value.isFinite, abs(value) <= 1e300 else { return nil }
        return abs(value) < 1e-290 ? 0 : value
    }

    /// The category's name, or the number as a name.
    package var name: String {
        switch self {
        case .number(let value): NumberText.plain(value)
        case .category(let name): name
        }
    }

    /// The category's name, or the number as people write it.
    package var label: String {
        switch self {
        case .number(let value): NumberText.people(value)
        case .category(let name): name
        }
    }

    package var isCategory: Bool {
        if case .category = self { true } else { false }
    }
}
