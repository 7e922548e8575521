/// How many points there are, how far they reach, and whether y follows x.
enum PointSummary {
    static func sentences(_ layers: [Layer], _ options: ChartOptions) -> [String] {
        let isByName = layers.contains {
            $0.marks.contains { $0.x?.datum.isCategory == true || $0.y?.datum.isCategory == true }
        }
        if isByName { return BarSummary.sentences(layers, options) }
        var points: [(x: Double, y: Double)] = []
        for layer in layers {
            for mark in layer.marks {
                if let x = mark.x?.datum.finite, let y = mark.y?.datum.finite { points.append((x, y)) }
            }
        }
        guard let mark = layers.first?.marks.first, let first = points.first else { return [] }
        let x = Phrase.inner(options.x.label ?? mark.x?.label ?? "x")
        let y = Phrase.inner(options.y.label ?? mark.y?.label ?? "y")
        guard points.count > 1 else {
            return ["one point, \(x) \(NumberText.people(first.x)), \(y) \(NumberText.people(first.y))"]
        }
        let ys = points.map { $0.y }
        let range = "\(NumberText.people(ys.min() ?? 0)) to \(NumberText.people(ys.max() ?? 0))"
        return ["\(points.count) points, \(y) from \(range)" + trend(points, x, y)]
    }

    /// In words, Pearson's correlation where there is enough of it to speak of: three of its standard errors.
    private static func trend(_ points: [(x: Double, y: Double)], _ x: String, _ y: String) -> String {
        let n = Double(points.count)
        let meanX = points.reduce(0) { $0 + $1.x } / n, meanY = points.reduce(0) { $0 + $1.y } / n
        var xx = 0.0, yy = 0.0, xy = 0.0
        for point in points {
            xx += (point.x - meanX) * (point.x - meanX)
            yy += (point.y - meanY) * (point.y - meanY)
            xy += (point.x - meanX) * (point.y - meanY)
        }
        guard points.count > 4, xx > 0, yy > 0 else { return "" }
        let r = xy / (xx * yy).squareRoot()
        guard abs(r) >= 0.3 else { return ", with little linear relation to \(x) (r = \(NumberText.fixed(r, 2)))" }
        guard r * r * (n - 2) >= 9 * (1 - r * r) else { return "" }
        return "; \(y) tends to \(r > 0 ? "rise" : "fall") with \(x) (r = \(NumberText.fixed(r, 2)))"
    }
}
