/// What a reader moves to see one chart after another: a name, and the values that it takes.
///
///     FrameControl("Degree", 1...15, default: 3)
///     FrameControl("Optimizer", ["SGD", "Adam"])
///     FrameControl("Dropout rate", [0, 0.25, 0.5]) { "\(Int($0 * 100))%" }
///
/// Numbers make a slider, names a row of buttons.
public struct FrameControl<Value> {
    package let values: [Value]
    package let labels: FrameLabels

    /// A control of numbers or names, each shown as a chart shows it.
    ///
    /// Ends the program where there is no value, or `default` is none of them.
    /// - Parameter default: the value shown at first, and on paper; otherwise the first.
    public init<Values: Sequence>(_ name: String, _ values: Values, default: Value? = nil)
    where Values.Element == Value, Value: Plottable & Equatable {
        self.init(name, values, default: `default`) { $0.datum.label }
    }

    /// A control of numbers or names, shown as `label` says: `{ "\($0)%" }`.
    ///
    /// Ends the program where there is no value, or `default` is none of them.
    /// - Parameter default: the value shown at first, and on paper; otherwise the first.
    public init<Values: Sequence>(
        _ name: String, _ values: Values, default: Value? = nil, label: (Value) -> String
    ) where Values.Element == Value, Value: Plottable & Equatable {
        let values = Array(values)
        let isNumeric = !values.contains { $0.datum.isCategory }
        self.init(name, values, at: `default`.map { values.firstIndex(of: $0) } ?? 0, isNumeric, label)
    }

    /// A control of any other values, shown as `label` says.
    ///
    /// Ends the program where there is no value, or `default` is none of them.
    /// - Parameter default: the value shown at first, and on paper; otherwise the first.
    public init<Values: Sequence>(
        _ name: String, _ values: Values, default: Value? = nil, label: (Value) -> String
    ) where Values.Element == Value, Value: Equatable {
        let values = Array(values)
        self.init(name, values, at: `default`.map { values.firstIndex(of: $0) } ?? 0, false, label)
    }

    private init(_ name: String, _ values: [Value], at start: Int?, _ isNumeric: Bool, _ label: (Value) -> String) {
        guard !values.isEmpty else { fatalError("the control '\(name)' has no values") }
        let texts = values.map(label)
        guard let start else {
            fatalError(
                "the default of the control '\(name)' is none of its values: \(texts.joined(separator: ", "))")
        }
        self.values = values
        labels = FrameLabels(name: name, values: texts, start: start, isNumeric: isNumeric)
    }
}

/// A control whose values are forgotten: what a reader sees of it.
package struct FrameLabels: Sendable {
    package let name: String
    package let values: [String]
    /// Which value is shown at first.
    package let start: Int
    /// Whether the values are numbers, for a slider.
    package let isNumeric: Bool

    /// A value as it is named in a sentence: "degree 3", "Adam".
    package func phrase(_ index: Int) -> String {
        Channel(label: name, datum: .category(values[index])).phrase
    }
}
