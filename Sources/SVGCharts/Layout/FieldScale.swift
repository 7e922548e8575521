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

    package func look(of datum: Datum) -> Value { looks[index(of: datum) % looks.count] }
}
