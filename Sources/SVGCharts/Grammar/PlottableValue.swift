/// A value with the name of what it measures: `.value("Epoch", 7)`. The name labels the axis, the table and the
/// summary.
public struct PlottableValue<Value: Plottable> {
    package let label: String
    package let value: Value

    /// A value named by what it measures.
    public static func value(_ label: String, _ value: Value) -> PlottableValue<Value> {
        PlottableValue(label: label, value: value)
    }

    package var channel: Channel { Channel(label: label, datum: value.datum) }
}

/// A plottable value whose type is forgotten.
package struct Channel: Hashable, Sendable {
    package var label: String
    package var datum: Datum
}

extension Channel {
    /// Whether the value says nothing without what it measures, as "0.1", "15th" and "10 ms" do, where "with dropout"
    /// and "40% redrawn" speak for themselves: a number with a word, which is longer than a unit.
    package var isBare: Bool {
        guard case .category(let name) = datum else { return true }
        let startsWithDigit = name >= "0" && name < ":"
        return name.isEmpty || startsWithDigit && !Letters.have(4, sideBySideIn: name)
    }

    /// The value as a heading: "with dropout", "Dropout rate 0.1".
    package var title: String { isBare ? "\(label) \(datum.label)" : datum.label }

    /// The value as it is named: "with dropout", "rate 0.1".
    package var phrase: String {
        isBare ? "\(Phrase.inner(label)) \(datum.label)" : datum.label
    }
}
