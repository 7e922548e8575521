extension Chart {
    /// What the data say, in a sentence or two: "Validation loss is lowest, 0.31, at epoch 7, then rises to 0.38." Empty
    /// where they say nothing by themselves, as of reference lines or regions alone.
    public var summary: String { summary(of: Encoding(marks, options).layers) }

    func summary(of layers: [Layer]) -> String {
        var telling: MarkType?
        for layer in layers where layer.kind.turn < telling?.kind.turn ?? .max { telling = layer.type }
        let sentences = telling?.sentences?(layers.filter { $0.kind == telling?.kind }, options) ?? []
        let isDerivable = marks.isEmpty || telling.map { $0.kind.turn < MarkKind.rectangle.turn } ?? false
        guard !sentences.isEmpty else { return isDerivable ? "It has no data." : "" }
        return Phrase.outer(Array(sentences.prefix(Self.mostSentences)).joined(separator: "; "))
            + (sentences.count > Self.mostSentences ? "; and \(sentences.count - Self.mostSentences) more." : ".")
    }

    private static let mostSentences = 6
}

extension MarkKind {
    /// Whose turn it is to say what the chart shows: the least's. From rectangles on, data may say nothing by themselves.
    fileprivate var turn: Int {
        switch self {
        case .line: 0
        case .raster, .contour: 1
        case .bar: 2
        case .point: 3
        case .area: 4
        case .rectangle: 5
        case .rule, .errorBar: 6
        }
    }
}
