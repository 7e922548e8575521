extension Chart {
    /// What the data say, in a sentence or two: "Validation loss is lowest, 0.31, at epoch 7, then rises to 0.38." Empty
    /// where they say nothing by themselves, as of reference lines or regions alone.
    public var summary: String { summary(of: Encoding(marks, options).layers) }

    func summary(of layers: [Layer]) -> String {
        let lines = layers.filter { $0.kind == .line }
        let bars = layers.filter { $0.kind == .bar }
        let points = layers.filter { $0.kind == .point }
        let isByName = points.contains {
            $0.marks.contains { $0.x?.datum.isCategory == true || $0.y?.datum.isCategory == true }
        }
        let areas = layers.filter { $0.kind == .area }
        let sentences: [String]
        if !lines.isEmpty {
            sentences = sentencesOfLines(lines)
        } else if layers.contains(where: { $0.kind == .raster || $0.kind == .contour }) {
            sentences = [CellSummary(layers)?.sentence].compactMap { $0 }
        } else if !bars.isEmpty {
            sentences = [BarSummary(bars)?.sentence].compactMap { $0 }
        } else if !points.isEmpty {
            sentences = [isByName ? BarSummary(points)?.sentence : PointSummary(points, options)?.sentence].compactMap {
                $0
            }
        } else if !areas.isEmpty {
            sentences = sentencesOfLines(areas)
        } else {
            sentences = [CellSummary(layers)?.sentence].compactMap { $0 }
        }
        let isDerivable = marks.isEmpty || layers.contains { $0.kind.speaks }
        guard !sentences.isEmpty else { return isDerivable ? "It has no data." : "" }
        return Phrase.outer(Array(sentences.prefix(Self.mostSentences)).joined(separator: "; "))
            + (sentences.count > Self.mostSentences ? "; and \(sentences.count - Self.mostSentences) more." : ".")
    }

    private static let mostSentences = 6

    private func sentencesOfLines(_ layers: [Layer]) -> [String] {
        let values = layers.flatMap { $0.marks.compactMap { ($0.yEnd ?? $0.y)?.datum.finite } }
        // On a logarithmic axis, what is small counts as much as what is large.
        let decimals = options.y.type == .log ? nil : LineSummary.decimals(for: values)
        return layers.compactMap { LineSummary($0, options, decimals: decimals)?.sentence }
    }
}

extension MarkKind {
    /// Whether a sentence about marks of this kind can be made of their data alone.
    fileprivate var speaks: Bool {
        switch self {
        case .line, .point, .bar, .area, .raster, .contour: true
        case .rule, .rectangle, .errorBar: false
        }
    }
}
