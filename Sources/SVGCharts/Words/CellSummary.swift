/// What a heat map or a raster shows; nothing where there are only intervals, regions or reference lines.
struct CellSummary {
    let sentence: String

    init?(_ layers: [Layer]) {
        let marks = layers.flatMap { $0.marks }
        if let raster = marks.compactMap({ $0.raster }).first {
            let values = raster.extremes.map { $0.datum.label }
            guard let low = values.first, let high = values.last else { return nil }
            sentence = "\(Phrase.inner(raster.label)) from \(low) to \(high), on \(raster.finite.count) cells"
            return
        }
        let cells = marks.compactMap { mark -> NamedValue? in
            guard let field = mark.style.foreground?.channel, let value = field.datum.finite, let x = mark.x,
                let y = mark.y
            else { return nil }
            let name = "\(Phrase.inner(x.label)) \(x.datum.label), \(Phrase.inner(y.label)) \(y.datum.label)"
            return NamedValue(name: name, label: Phrase.inner(field.label), value: value)
        }
        guard let sentence = NamedValue.extremes(of: cells, each: "cell") else { return nil }
        self.sentence = sentence
    }
}
