/// What a heat map or a raster shows.
enum CellSummary {
    static func sentences(_ layers: [Layer], _ options: ChartOptions) -> [String] {
        let marks = layers.flatMap { $0.marks }
        if let raster = marks.first?.raster {
            let values = raster.extremes.map { $0.datum.label }
            guard let low = values.first, let high = values.last else { return [] }
            return ["\(Phrase.inner(raster.label)) from \(low) to \(high), on \(raster.finite.count) cells"]
        }
        return NamedValue.extremes(of: marks.compactMap { cell($0) }, each: "cell")
    }

    /// A cell of a heat map; nil where no number colors it.
    private static func cell(_ mark: MarkDescriptor) -> NamedValue? {
        guard let field = mark.foreground?.channel, let value = field.datum.finite, let x = mark.x,
            let y = mark.y
        else { return nil }
        let name = "\(Phrase.inner(x.label)) \(x.datum.label), \(Phrase.inner(y.label)) \(y.datum.label)"
        return NamedValue(name: name, label: Phrase.inner(field.label), value: value)
    }
}
