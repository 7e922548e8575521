/// The values of a field in their order, each of which has one of so many looks.
struct FieldScale: Sendable {
    let label: String
    private(set) var values: [Datum]
    /// How many looks there are before they begin again.
    let count: Int
    private var index = HashIndex()

    /// The field that the channels name, or nil where there is none. The given domain comes first; what else is in
    /// the data follows in the order of its appearance.
    init?(_ channels: [Channel], domain: [Datum], count: Int) {
        guard let first = channels.first else { return nil }
        label = first.label
        values = domain
        self.count = count
        for value in domain { index.append(value.fingerprint) }
        for channel in channels where place(of: channel.datum) == nil {
            index.append(channel.datum.fingerprint)
            values.append(channel.datum)
        }
    }

    /// The place of a value in their order.
    func place(of value: Datum) -> Int? { index.first(value.fingerprint) { values[$0] == value } }
}

extension Array {
    /// The element at `index`, beginning again at the end. Where `others` elements that go with these begin again at the
    /// same time, these go on by one, so that no pair comes twice: of five colors and five dashes, the sixth pair is the
    /// first color with the second dash.
    func turned(_ index: Int, beside others: Int? = nil) -> Element {
        var period = count
        while let others, period % others != 0 { period += count }
        return self[(index + (others == nil ? 0 : index / period)) % count]
    }
}
