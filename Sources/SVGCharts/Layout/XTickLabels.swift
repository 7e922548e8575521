extension Layout {
    /// Labels the x axis with as many values as fit side by side; names of categories may take several lines.
    /// Fewer values may mean another domain, so the plane is made anew.
    mutating func placeXTicks(_ plan: AxisPlan, _ stretch: Stretch) -> Double {
        plane = stretch.plane(xAxis.scale, yAxis.scale)
        var placed = xTickTexts()
        var count = xAxis.ticks.count
        while !fit(placed), count > 2, plan.isAutomatic {
            count -= 1
            xAxis = plan.axis(count: count)
            plane = stretch.plane(xAxis.scale, yAxis.scale)
            placed = xTickTexts()
        }
        var every = 1
        while !fit(placed), every < xAxis.ticks.count {
            every += 1
            placed = xTickTexts(every: every)
        }
        texts += placed.joined()
        let lines = placed.map { $0.count }.max() ?? 0
        return plane.plot.bottom + (lines == 0 ? 4 : 9.5 + Double(lines) * metrics.textSize * 1.25)
    }

    private func xTickTexts(every: Int = 1) -> [[PlacedText]] {
        let lines = xTickLines()
        return xAxis.ticks.enumerated().compactMap { index, tick in
            guard index % every == 0, !tick.label.isEmpty, let x = plane.x.place(tick.datum) else { return nil }
            return lines[index].enumerated().map { line, text in
                let half = TextMeasure.width(text, size: metrics.textSize) / 2
                return PlacedText(
                    text: text, role: .tickLabel, x: min(max(x, half), metrics.width - half),
                    baseline: plane.plot.bottom + 8.5 + metrics.textSize * (1 + 1.25 * Double(line)), anchor: .middle,
                    size: metrics.textSize)
            }
        }
    }

    /// The lines of each label: names of categories are broken between words, and shortened where that is not enough.
    private func xTickLines() -> [[String]] {
        let labels = xAxis.ticks.map { $0.label }
        guard plane.x.type == .category else { return labels.map { [$0] } }
        let width = plane.x.band - 4
        let short = TextMeasure.truncate(labels, size: metrics.textSize, width: width)
        return zip(labels, short).map { label, short in
            let wrapped = TextMeasure.wrap(label, size: metrics.textSize, width: width)
            return wrapped.count <= 3 ? wrapped : [short]
        }
    }

    /// Whether each label begins only some way after the one before it has ended. Where all starts and all ends, each in
    /// their order, are so, no two labels overlap.
    private func fit(_ labels: [[PlacedText]]) -> Bool {
        let starts = labels.compactMap { lines in lines.map { $0.box.x }.min() }.sorted()
        let ends = labels.compactMap { lines in lines.map { $0.box.right }.max() }.sorted()
        return zip(ends, starts.dropFirst()).allSatisfy { $0 + metrics.labelGap <= $1 }
    }
}

extension AxisPlan {
    /// Whether fewer labels may be asked for.
    fileprivate var isAutomatic: Bool { !isCategory && options.marks.isEmpty }
}
