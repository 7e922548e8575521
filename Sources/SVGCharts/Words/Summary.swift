extension Chart {
    /// What the data say, in a sentence or two: "Validation loss is lowest, 0.31, at epoch 7, then rises to 0.38."
    public var summary: String { summary(of: Encoding(marks, options).layers) }

    func summary(of layers: [Layer]) -> String {
        let lines = layers.filter { $0.kind == .line }
        let areas = layers.filter { $0.kind == .area }
        let sentences: [String]
        if !lines.isEmpty {
            sentences = sentencesOfLines(lines)
        } else if layers.contains(where: { $0.kind == .bar }) {
            sentences = [BarSummary(layers.filter { $0.kind == .bar }, options)?.sentence].compactMap { $0 }
        } else if layers.contains(where: { $0.kind == .point }) {
            sentences = [PointSummary(layers.filter { $0.kind == .point }, options)?.sentence].compactMap { $0 }
        } else if layers.contains(where: { $0.kind == .area }) {
            sentences = sentencesOfLines(areas)
        } else {
            sentences = [CellSummary(layers)?.sentence].compactMap { $0 }
        }
        guard !sentences.isEmpty else { return "It has no data." }
        return Phrase.outer(sentences.prefix(Self.mostSentences).joined(separator: "; "))
            + (sentences.count > Self.mostSentences ? "; and \(sentences.count - Self.mostSentences) more." : ".")
    }

    private static let mostSentences = 6

    private func sentencesOfLines(_ layers: [Layer]) -> [String] {
        let values = layers.flatMap { $0.marks.compactMap { ($0.yEnd ?? $0.y)?.datum.finite } }
        let decimals = LineSummary.decimals(for: values)
        return layers.compactMap { LineSummary($0, options, decimals: decimals)?.sentence }
    }
}
