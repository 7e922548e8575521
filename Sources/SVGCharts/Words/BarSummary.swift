/// Which bar, or which point of a category, is largest and which is smallest.
enum BarSummary {
    static func sentences(_ layers: [Layer], _ options: ChartOptions) -> [String] {
        let bars = layers.flatMap { layer in layer.marks.compactMap { bar($0, in: layer) } }
        return NamedValue.extremes(of: bars, each: "bar")
    }

    /// One bar in words; nil where it has no length.
    private static func bar(_ mark: MarkDescriptor, in layer: Layer) -> NamedValue? {
        let isLying = mark.isLying
        let (start, end) = isLying ? (mark.y, mark.yEnd) : (mark.x, mark.xEnd)
        guard let start, let length = isLying ? mark.xEnd ?? mark.x : mark.yEnd ?? mark.y,
            let value = length.datum.finite
        else { return nil }
        let place = start.phrase + (end.map { " to \($0.datum.label)" } ?? "")
        let series = layer.fields.filter { $0.datum != start.datum }.map { $0.phrase }
        return NamedValue(
            name: ([place] + series).joined(separator: ", "), label: Phrase.inner(length.label), value: value)
    }
}
