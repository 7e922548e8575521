/// Which bar, or which point of a category, is largest and which is smallest.
struct BarSummary {
    let sentence: String

    init?(_ layers: [Layer]) {
        var bars: [Bar] = []
        for layer in layers { bars += layer.marks.compactMap { Bar($0, in: layer) } }
        guard let first = bars.first else { return nil }
        let value = Phrase.inner(first.label)
        let most = bars.dropFirst().reduce(first) { $1.value > $0.value ? $1 : $0 }
        let least = bars.dropFirst().reduce(first) { $1.value < $0.value ? $1 : $0 }
        guard most.value > least.value else {
            let whole = bars.count == 1 ? first.name : "every bar"
            sentence = "\(value) is \(NumberText.people(first.value)) for \(whole)"
            return
        }
        sentence =
            "\(value) is largest, \(NumberText.people(most.value)), for \(most.name)"
            + " and smallest, \(NumberText.people(least.value)), for \(least.name)"
    }

    /// One bar in words: "least squares", "weight 0.1 to 0.3".
    private struct Bar {
        let name: String
        let label: String
        let value: Double

        init?(_ mark: MarkDescriptor, in layer: Layer) {
            let isLying = mark.y?.datum.isCategory == true && mark.x?.datum.isCategory == false
            let (start, end) = isLying ? (mark.y, mark.yEnd) : (mark.x, mark.xEnd)
            guard let start, let length = isLying ? mark.xEnd ?? mark.x : mark.yEnd ?? mark.y,
                let value = length.datum.finite
            else { return nil }
            let place = start.phrase + (end.map { " to \($0.datum.label)" } ?? "")
            let series = layer.fields.filter { $0.datum != start.datum }.map { $0.phrase }
            name = ([place] + series).joined(separator: ", ")
            label = length.label
            self.value = value
        }
    }
}
