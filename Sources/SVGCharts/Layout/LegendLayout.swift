/// Where the entries of a legend stand: side by side, a group after the other, on as many rows as they need.
package struct LegendLayout {
    package struct Entry {
        package let key: LegendKey
        package let sample: Place
        package let text: PlacedText
    }

    package private(set) var entries: [Entry] = []
    package let height: Double

    package init(_ groups: [[LegendKey]], top: Double, metrics: Metrics) {
        let row = 21.0, gap = 18.0, between = 7.0
        var x = 0.0, line = 0
        for (index, group) in groups.enumerated() {
            if index > 0, x > 0 { x += 14 }
            let width = group.reduce(0) { sum, key in
                sum + key.sampleWidth + between + TextMeasure.width(key.name, size: metrics.textSize) + gap
            }
            if index > 0, x + width - gap > metrics.width { (x, line) = (0, line + 1) }
            for key in group {
                let room = metrics.width - key.sampleWidth - between
                let name = TextMeasure.truncate(key.name, size: metrics.textSize, width: room)
                let width = key.sampleWidth + between + TextMeasure.width(name, size: metrics.textSize)
                if x > 0, x + width > metrics.width { (x, line) = (0, line + 1) }
                let middle = top + (Double(line) + 0.5) * row
                entries.append(
                    Entry(
                        key: key, sample: Place(x: x, y: middle),
                        text: PlacedText(
                            text: name, role: .legend, x: x + key.sampleWidth + between,
                            baseline: middle + metrics.textSize * 0.36, size: metrics.textSize)))
                x += width + gap
            }
        }
        height = entries.isEmpty ? 0 : Double(line + 1) * row
    }
}
