// The steps of the layout from the title down; each gives the height at which the next one begins.
extension Layout {
    mutating func placeTitle(_ title: String?) -> Double {
        let size = metrics.titleSize
        let lines = TextMeasure.wrap(title ?? "", size: size, isBold: true, width: metrics.width)
        for (index, line) in lines.enumerated() {
            let fitted = TextMeasure.truncate(line, size: size, isBold: true, width: metrics.width)
            texts.append(
                PlacedText(
                    text: fitted, role: .title, x: 0, baseline: size + Double(index) * size * 1.28, size: size))
        }
        return lines.isEmpty ? 0 : size * (1.28 * Double(lines.count) + 0.45)
    }

    mutating func placeLegend(_ groups: [LegendGroup], top: Double) -> Double {
        let placed = LegendLayout(groups, top: top, metrics: metrics)
        legend = placed.entries
        texts += placed.texts
        return top + placed.height + (placed.height > 0 ? 5 : 0)
    }

    /// The y axis is named above its labels, where no head needs to be tilted.
    mutating func placeYLabel(top: Double) -> Double {
        guard let label = yAxis.label, !label.isEmpty, !yAxis.ticks.isEmpty else { return top + 9 }
        let text = TextMeasure.truncate(label, size: metrics.textSize, width: metrics.width)
        let baseline = top + metrics.textSize + 1
        texts.append(PlacedText(text: text, role: .axisLabel, x: 0, baseline: baseline, size: metrics.textSize))
        return baseline + 16
    }

    mutating func placeYTicks() {
        for tick in yAxis.ticks where !tick.label.isEmpty {
            guard let y = plane.y.place(tick.datum) else { continue }
            let text = PlacedText(
                text: tick.label, role: .tickLabel, x: plane.plot.x - 8, baseline: y + metrics.textSize * 0.36,
                anchor: .end, size: metrics.textSize)
            if !texts.contains(where: { $0.box.overlaps(text.box) }) { texts.append(text) }
        }
    }

    mutating func placeXLabel(top: Double) -> Double {
        guard let label = xAxis.label, !label.isEmpty, !xAxis.ticks.isEmpty else { return top }
        let text = TextMeasure.truncate(label, size: metrics.textSize, width: metrics.width)
        let half = TextMeasure.width(text, size: metrics.textSize) / 2
        let middle = plane.plot.x + plane.plot.width / 2
        let baseline = top + metrics.textSize + 3
        texts.append(
            PlacedText(
                text: text, role: .axisLabel, x: min(max(middle, half), metrics.width - half), baseline: baseline,
                anchor: .middle, size: metrics.textSize))
        return baseline + 5
    }

    mutating func placeNotice(isEmpty: Bool) {
        guard isEmpty else { return }
        texts.append(
            PlacedText(
                text: "No data", role: .notice, x: plane.plot.x + plane.plot.width / 2,
                baseline: plane.plot.y + plane.plot.height / 2, anchor: .middle, size: metrics.textSize))
    }
}
