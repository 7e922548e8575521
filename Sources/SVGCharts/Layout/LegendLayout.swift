/// Where the entries of a legend stand: side by side, a group after the other, on as many rows as they need.
package struct LegendLayout {
    package struct Entry {
        package let key: LegendKey
        package let sample: Place
        package let label: PlacedText
    }

    package private(set) var entries: [Entry] = []
    package private(set) var texts: [PlacedText] = []
    package var height: Double { texts.isEmpty ? 0 : Double(line + 1) * Self.row }

    private let metrics: Metrics
    private let top: Double
    private var x = 0.0
    private var line = 0

    /// High enough for a finger, where a script makes a button of each entry.
    private static let row = 24.0
    private static let gap = 18.0
    private static let gapOfGroups = 32.0
    private static let gapOfSample = 7.0

    package init(_ groups: [LegendGroup], top: Double, metrics: Metrics) {
        self.metrics = metrics
        self.top = top
        for group in groups where !group.keys.isEmpty {
            if x > 0 { x += Self.gapOfGroups - Self.gap }
            if x > 0, x + width(of: group) > metrics.width { breakLine() }
            if let title = group.title { place(title, sampleWidth: 0, gap: 12) }
            for key in group.keys { place(key) }
        }
    }
}

extension LegendLayout {
    private mutating func place(_ key: LegendKey) {
        if x > 0, x + key.sampleWidth + Self.gapOfSample + width(of: key.name) > metrics.width { breakLine() }
        let sample = Place(x: x, y: middle)
        let label = place(key.name, sampleWidth: key.sampleWidth + Self.gapOfSample, gap: Self.gap)
        entries.append(Entry(key: key, sample: sample, label: label))
    }

    @discardableResult
    private mutating func place(_ text: String, sampleWidth: Double, gap: Double) -> PlacedText {
        let fitted = TextMeasure.truncate(text, size: metrics.textSize, width: metrics.width - sampleWidth)
        let placed = PlacedText(
            text: fitted, role: sampleWidth > 0 ? .legend : .legendTitle, x: x + sampleWidth,
            baseline: middle + metrics.textSize * 0.36, size: metrics.textSize)
        texts.append(placed)
        x += sampleWidth + width(of: fitted) + gap
        return placed
    }

    private mutating func breakLine() { (x, line) = (0, line + 1) }

    private var middle: Double { top + (Double(line) + 0.5) * Self.row }

    private func width(of text: String) -> Double { TextMeasure.width(text, size: metrics.textSize) }

    private func width(of group: LegendGroup) -> Double {
        let keys = group.keys.map { $0.sampleWidth + Self.gapOfSample + width(of: $0.name) }
        let title = group.title.map { width(of: $0) + 12 } ?? 0
        return keys.reduce(title, +) + Self.gap * Double(keys.count - 1)
    }
}
