/// The looks of a field's values: which colour, stroke or symbol each has.
package struct FieldScale<Value: Sendable>: Sendable {
    package let label: String
    package private(set) var values: [Datum]
    private let looks: [Value]

    /// The field that the channels name, or nil where there is none. The given domain comes first; what else is in
    /// the data follows in the order of its appearance.
    package init?(_ channels: [Channel], chosen: ChosenScale<Value>, standard: [Value]) {
        guard let first = channels.first else { return nil }
        label = first.label
        values = chosen.domain
        looks = chosen.range.isEmpty ? standard : chosen.range
        var seen = Set(values)
        for channel in channels where seen.insert(channel.datum).inserted { values.append(channel.datum) }
    }

    package func index(of datum: Datum) -> Int { values.firstIndex(of: datum) ?? 0 }

    /// How many looks there are before they begin again.
    package var count: Int { looks.count }

    /// The look of a value, which has another look beside it on a scale of `others` looks.
    package func look(of datum: Datum, beside others: Int? = nil) -> Value {
        looks.turned(index(of: datum), beside: others)
    }
}

extension Array {
    /// The element at `index`, beginning again at the end. Where `others` elements that go with these begin again at the
    /// same time, these go on by one, so that no pair comes twice: of five colors and five dashes, the sixth pair is the
    /// first color with the second dash.
    func turned(_ index: Int, beside others: Int?) -> Element {
        var period = count
        while let others, period % others != 0 { period += count }
        return self[(index + (others == nil ? 0 : index / period)) % count]
    }
}
