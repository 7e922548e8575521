/// Decides an axis: from the data and what the modifiers say to a scale and its ticks.
package struct AxisPlan {
    let data: AxisData
    let options: AxisOptions
    /// Whether the ends of the axis may be moved out to a label. The y axis does so; the x axis ends with the data.
    let coversData: Bool
    /// Whether values are marked by lines across the plot.
    var hasGridLines: Bool

    /// Whether the axis has a place a name.
    var isCategory: Bool {
        if case .categories = options.domain { return true }
        return options.type == .category || data.hasCategories && options.domain == nil
    }

    /// The axis with room for about so many labels.
    func axis(count: Int) -> Axis {
        let label = options.label ?? data.label
        if isCategory {
            let scale = Scale(categories: categories)
            return Axis(scale: scale, label: label, ticks: ticks(on: scale, count: count, covering: nil))
        }
        var (lower, upper) = bounds
        var found: TickSequence?
        if options.domain == nil, coversData, type == .linear || type == .squareRoot {
            found = sequence(lower, upper, count: count, reach: .covering)
            (lower, upper) = (min(lower, found?.first ?? lower), max(upper, found?.last ?? upper))
        }
        let scale = Scale(type: type, lower: lower, upper: upper)
        return Axis(scale: scale, label: label, ticks: ticks(on: scale, count: count, covering: found))
    }

    var type: ScaleType { isCategory ? .category : options.type ?? .linear }
}

extension AxisPlan {
    private var categories: [String] {
        guard case .categories(let given) = options.domain else { return data.categories }
        return given
    }

    /// The ends of the data, or those given; never equal, never infinite.
    private var bounds: (lower: Double, upper: Double) {
        if case .numbers(let lower, let upper) = options.domain { return widened(lower, upper) }
        guard data.lower <= data.upper else { return type == .log ? (1, 10) : (0, 1) }
        if type == .log {
            guard data.smallestPositive.isFinite else { return (1, 10) }
            return widened(data.smallestPositive, data.upper)
        }
        let zero = options.includesZero == true
        return widened(zero ? min(data.lower, 0) : data.lower, zero ? max(data.upper, 0) : data.upper)
    }

    private func widened(_ lower: Double, _ upper: Double) -> (Double, Double) {
        let lower = Datum.drawable(lower) ?? (lower < 0 ? -1e300 : 1e300)
        let upper = Datum.drawable(upper) ?? (upper < 0 ? -1e300 : 1e300)
        if type == .log {
            guard upper > 0 else { return (1, 10) }
            let start = lower > 0 ? lower : upper / 1000
            return start < upper ? (start, upper) : (start / 2, start * 2)
        }
        guard upper - lower <= max(abs(lower), abs(upper)) * 1e-9 else { return (lower, upper) }
        let room = lower == 0 || data.isWhole && abs(lower) < 1e6 ? 1 : abs(lower) * 0.1
        return (lower - room, upper + room)
    }

    func sequence(
        _ lower: Double, _ upper: Double, count: Int, reach: ExtendedWilkinson.Reach
    ) -> TickSequence? {
        let span = upper - lower
        if data.isWhole, span >= 1 {
            let every = reach == .inside && span <= 12 && Double(count) > span * 0.5
            let search = ExtendedWilkinson(
                lower: lower, upper: upper, count: every ? Int(span) + 1 : count, reach: reach, isWhole: true)
            if let found = search.search() { return found }
        }
        return ExtendedWilkinson(lower: lower, upper: upper, count: count, reach: reach).search()
    }
}

extension AxisPlan {
    private func ticks(on scale: Scale, count: Int, covering: TickSequence?) -> [Axis.Tick] {
        guard !options.isHidden, !data.isEmpty || options.domain != nil else { return [] }
        guard !options.marks.isEmpty else {
            let chosen = covering.map { Values($0) } ?? automatic(on: scale, count: count)
            return usual(chosen, on: scale)
        }
        return options.marks.flatMap { marks -> [Axis.Tick] in
            let chosen = values(marks.values, on: scale, count: count)
            guard let content = marks.content else { return usual(chosen, on: scale) }
            return chosen.data.enumerated().map { index, datum in
                let group = content(AxisValue(index: index, count: chosen.data.count, datum: datum))
                return Axis.Tick(
                    datum: datum, label: text(group.label, datum, decimals: chosen.decimals),
                    hasGridLine: group.hasGridLine, hasTick: group.hasTick)
            }
        }
    }

    private func usual(_ chosen: Values, on scale: Scale) -> [Axis.Tick] {
        chosen.data.map { datum in
            Axis.Tick(
                datum: datum, label: text(.format(.number), datum, decimals: chosen.decimals),
                hasGridLine: hasGridLines && scale.type != .category,
                hasTick: !hasGridLines && scale.type != .category)
        }
    }

    private func text(_ label: AxisLabel?, _ datum: Datum, decimals: Int?) -> String {
        switch (label, datum) {
        case (nil, _): return ""
        case (.text(let text), _): return text
        case (.format, .category(let name)): return name
        case (.format(let format), .number(let value)) where format.isPercent:
            return NumberText.fixed(value * 100, format.decimals ?? max((decimals ?? 2) - 2, 0)) + "%"
        case (.format(let format), .number(let value)):
            return (format.decimals ?? decimals).map { NumberText.tick(value, decimals: $0) }
                ?? NumberText.people(value)
        }
    }
}
