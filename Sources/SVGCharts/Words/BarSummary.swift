/// Which bar is largest and which is smallest.
struct BarSummary {
    let sentence: String

    init?(_ layers: [Layer], _ options: ChartOptions) {
        var bars: [(name: String, value: Double)] = []
        for layer in layers {
            for mark in layer.marks {
                let isLying = mark.y?.datum.isCategory == true
                guard let place = isLying ? mark.y : mark.x,
                    let value = isLying ? mark.xEnd ?? mark.x : mark.yEnd ?? mark.y,
                    let number = value.datum.finite
                else { continue }
                let series = layer.fields.filter { $0.datum != place.datum }.map { $0.datum.label }
                bars.append(
                    ((["\(Phrase.inner(place.label)) \(place.datum.label)"] + series).joined(separator: ", "), number))
            }
        }
        guard let first = bars.first, let mark = layers.first?.marks.first else { return nil }
        let isLying = mark.y?.datum.isCategory == true
        let given = isLying ? options.x.label ?? mark.x?.label : options.y.label ?? mark.y?.label
        let value = Phrase.inner(given ?? "the value")
        let most = bars.dropFirst().reduce(first) { $1.value > $0.value ? $1 : $0 }
        let least = bars.dropFirst().reduce(first) { $1.value < $0.value ? $1 : $0 }
        guard most.value > least.value else {
            sentence = "\(value) is \(NumberText.people(first.value)) for \(bars.count == 1 ? first.name : "every bar")"
            return
        }
        sentence =
            "\(value) is largest, \(NumberText.people(most.value)), for \(most.name)"
            + " and smallest, \(NumberText.people(least.value)), for \(least.name)"
    }
}
