/// Names at the ends of lines, moved apart as little as possible so that none overlaps another.
package struct DirectLabels {
    package struct Label {
        package let lines: [String]
        package let color: Color
        /// The end of the line that the label names.
        package let end: Place
        /// The height of the label's middle.
        package var middle: Double

        func isAbove(_ other: Label) -> Bool { (end.y, lines.joined()) < (other.end.y, other.lines.joined()) }
    }

    /// The room they need right of the plot.
    package let width: Double
    /// Whether every layer is one of the lines named, or has the same name as one, so that no legend is needed.
    package let isLegend: Bool
    private let names: [(layer: Int, lines: [String])]
    private static let lead = 20.0

    /// Labels for all lines that have a name; nil where there is none, or no room for them.
    package init?(_ layers: [Layer], metrics: Metrics) {
        let room = metrics.width * 0.3
        var names: [(layer: Int, lines: [String])] = []
        for (index, layer) in layers.enumerated() where layer.kind == .line {
            guard let name = layer.name else { return nil }
            names.append((index, TextMeasure.wrap(name, size: metrics.textSize, width: room)))
        }
        let widest = names.flatMap { $0.lines }.map { TextMeasure.width($0, size: metrics.textSize) }.max() ?? 0
        let height = names.reduce(0) { $0 + Self.height(of: $1.lines, metrics) }
        let isReadable = names.allSatisfy { $0.lines.count <= 2 } && widest <= room && height <= metrics.plotHeight
        guard !names.isEmpty, isReadable else { return nil }
        self.names = names
        width = widest + Self.lead
        let covered = names.map { layers[$0.layer].name }
        isLegend = layers.allSatisfy { $0.fields.isEmpty || covered.contains($0.name) }
    }

    /// The labels at their places.
    package func placed(_ layers: [Layer], in plane: Plane, metrics: Metrics) -> [Label] {
        var labels: [Label] = []
        for name in names {
            let layer = layers[name.layer]
            let places = layer.marks.compactMap { plane.place($0.x, $0.y) }
            guard let end = places.max(by: { $0.x < $1.x }) else { continue }
            let label = Label(lines: name.lines, color: layer.look.color, end: end, middle: end.y)
            labels.insert(label, at: labels.firstIndex { label.isAbove($0) } ?? labels.count)
        }
        let heights = labels.map { Self.height(of: $0.lines, metrics) }
        let middles = Self.spread(labels.map { $0.middle }, heights, from: plane.plot.y - 6, to: plane.plot.bottom + 6)
        for index in labels.indices { labels[index].middle = middles[index] }
        return labels
    }

    private static func height(of lines: [String], _ metrics: Metrics) -> Double {
        Double(lines.count) * metrics.textSize * 1.22 + 4
    }
}

extension DirectLabels {
    /// The middles nearest to those wanted, in ascending order, at which labels of these heights do not overlap.
    ///
    /// With each label's share of the heights before it taken off, the middles need only ascend: least squares under
    /// that constraint is solved by pooling neighbours that are out of order (isotonic regression).
    package static func spread(_ wanted: [Double], _ heights: [Double], from top: Double, to bottom: Double) -> [Double]
    {
        guard !wanted.isEmpty else { return [] }
        var offsets = [0.0]
        for (above, below) in zip(heights, heights.dropFirst()) {
            offsets.append(offsets[offsets.count - 1] + (above + below) / 2)
        }
        var pools: [(sum: Double, count: Int)] = []
        for (middle, offset) in zip(wanted, offsets) {
            pools.append((middle - offset, 1))
            while pools.count > 1, mean(pools[pools.count - 2]) > mean(pools[pools.count - 1]) {
                let last = pools.removeLast()
                pools[pools.count - 1].sum += last.sum
                pools[pools.count - 1].count += last.count
            }
        }
        let lowest = bottom - (heights.last ?? 0) / 2 - (offsets.last ?? 0), highest = top + heights[0] / 2
        let starts = pools.flatMap { pool in
            Array(repeating: max(min(mean(pool), lowest), highest), count: pool.count)
        }
        return zip(starts, offsets).map { $0 + $1 }
    }

    private static func mean(_ pool: (sum: Double, count: Int)) -> Double { pool.sum / Double(pool.count) }
}

/// Names lines where they end. It comes with a chart that asks for it, so that a browser loads its code with no other.
package struct LineNaming: Sendable {
    /// The labels of lines, where there is room for them.
    let labels: @Sendable (_ layers: [Layer], _ metrics: Metrics) -> DirectLabels?
    let place: @Sendable (_ layout: inout Layout) -> Void

    static let atEnds = LineNaming(labels: { DirectLabels($0, metrics: $1) }, place: { $0.placeDirectLabels() })
}

extension Layout {
    fileprivate mutating func placeDirectLabels() {
        let labels = DirectLabels(encoding.layers, metrics: metrics)
        directLabels = labels?.placed(encoding.layers, in: plane, metrics: metrics) ?? []
        let line = metrics.textSize * 1.22
        for label in directLabels {
            let first = label.middle - line * Double(label.lines.count - 1) / 2 + metrics.textSize * 0.36
            for (index, text) in label.lines.enumerated() {
                texts.append(
                    PlacedText(
                        text: text, role: .directLabel, x: plane.plot.right + 20,
                        baseline: first + Double(index) * line, size: metrics.textSize))
            }
        }
    }
}
