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
            return Axis(scale: scale, label: label, ticks: ticks(on: scale, count: count))
        }
        var (lower, upper) = bounds
        if options.domain == nil, coversData, type != .log {
            let automatic = sequence(lower, upper, count: count, reach: .covering)?.values ?? []
            lower = min(lower, automatic.first ?? lower)
            upper = max(upper, automatic.last ?? upper)
        }
        let scale = Scale(type: type, lower: lower, upper: upper)
        return Axis(scale: scale, label: label, ticks: ticks(on: scale, count: count))
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
        let lower = max(lower, -1e300), upper = min(upper, 1e300)
        if type == .log {
            guard upper > 0 else { return (1, 10) }
            let start = lower > 0 ? lower : upper / 1000
            return start < upper ? (start, upper) : (start / 2, start * 2)
        }
        guard upper - lower <= max(abs(lower), abs(upper)) * 1e-9 else { return (lower, upper) }
        let room = lower == 0 || data.isWhole && abs(lower) < 1e6 ? 1 : abs(lower) * 0.1
        return (lower - room, upper + room)
    }

    private func sequence(
        _ lower: Double, _ upper: Double, count: Int, reach: ExtendedWilkinson.Reach
    ) -> TickSequence? {
        let span = upper - lower
        if data.isWhole, span >= 1 {
            let every = reach == .inside && span <= 12 && Double(count) > span * 0.6
            let search = ExtendedWilkinson(
                lower: lower, upper: upper, count: every ? Int(span) + 1 : count, reach: reach, isWhole: true)
            if let found = search.search() { return found }
        }
        return ExtendedWilkinson(lower: lower, upper: upper, count: count, reach: reach).search()
    }
}

extension AxisPlan {
    private func ticks(on scale: Scale, count: Int) -> [Axis.Tick] {
        guard !options.isHidden else { return [] }
        guard !options.marks.isEmpty else { return usual(on: scale, values: .automatic, count: count) }
        return options.marks.flatMap { marks -> [Axis.Tick] in
            guard let content = marks.content else { return usual(on: scale, values: marks.values, count: count) }
            let chosen = values(marks.values, on: scale, count: count)
            return chosen.data.enumerated().map { index, datum in
                let group = content(AxisValue(index: index, count: chosen.data.count, datum: datum))
                return Axis.Tick(
                    datum: datum, label: text(group.label, datum, decimals: chosen.decimals),
                    hasGridLine: group.hasGridLine, hasTick: group.hasTick)
            }
        }
    }

    private func usual(on scale: Scale, values: AxisMarkValues, count: Int) -> [Axis.Tick] {
        let chosen = self.values(values, on: scale, count: count)
        return chosen.data.map { datum in
            Axis.Tick(
                datum: datum, label: text(.format(.number), datum, decimals: chosen.decimals),
                hasGridLine: hasGridLines && scale.type != .category,
                hasTick: !hasGridLines && scale.type != .category)
        }
    }

    private func text(_ label: AxisLabel?, _ datum: Datum, decimals: Int) -> String {
        switch (label, datum) {
        case (nil, _): return ""
        case (.text(let text), _): return text
        case (.format, .category(let name)): return name
        case (.format(let format), .number(let value)) where format.isPercent:
            return NumberText.fixed(value * 100, format.decimals ?? max(decimals - 2, 0)) + "%"
        case (.format(let format), .number(let value)):
            return format.decimals.map { NumberText.fixed(value, $0) } ?? NumberText.tick(value, decimals: decimals)
        }
    }

    /// The values to mark, and how many decimals tell them apart.
    private func values(_ values: AxisMarkValues, on scale: Scale, count: Int) -> (data: [Datum], decimals: Int) {
        switch values.choice {
        case .exactly(let data):
            let shown = data.filter { isOn(scale, $0) }
            return (shown, Self.decimals(of: shown.compactMap { $0.finite }))
        case .stride(let step) where scale.type != .category:
            let multiples = Self.multiples(of: step, from: scale.lower, through: scale.upper)
            return (multiples.map { .number($0) }, Self.decimals(of: [step]))
        case .stride:
            return (scale.categories.map { .category($0) }, 0)
        case .automatic(let desired):
            return automatic(on: scale, count: desired ?? count)
        }
    }

    private func automatic(on scale: Scale, count: Int) -> (data: [Datum], decimals: Int) {
        switch scale.type {
        case .category:
            return (scale.categories.map { .category($0) }, 0)
        case .log:
            let values = LogTicks(lower: scale.lower, upper: scale.upper, count: count).values
            return (values.map { .number($0) }, Self.decimals(of: values))
        case .symmetricLog:
            let values = LogTicks.symmetric(lower: scale.lower, upper: scale.upper, count: count)
            return (values.map { .number($0) }, Self.decimals(of: values))
        case .linear, .squareRoot:
            guard let found = sequence(scale.lower, scale.upper, count: count, reach: .inside) else {
                return ([.number(scale.lower), .number(scale.upper)], Self.decimals(of: [scale.lower, scale.upper]))
            }
            return (found.values.map { .number($0) }, found.decimals)
        }
    }

    private func isOn(_ scale: Scale, _ datum: Datum) -> Bool {
        guard case .number(let value) = datum, scale.type != .category else { return scale.place(datum) != nil }
        return scale.place(value) != nil && value >= scale.lower && value <= scale.upper
    }

    private static func multiples(of step: Double, from lower: Double, through upper: Double) -> [Double] {
        guard step > 0, step.isFinite, (upper - lower) / step <= 200 else { return [] }
        let tolerance = step * 1e-9
        let first = ((lower - tolerance) / step).rounded(.up), last = ((upper + tolerance) / step).rounded(.down)
        return first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : []
    }

    /// The fewest decimals, up to six, that show each value to a millionth of the largest.
    private static func decimals(of values: [Double]) -> Int {
        let tolerance = (values.map { abs($0) }.filter { $0 > 0 }.min() ?? 1) * 1e-6
        return (0..<6).first { decimals in
            let power = Mathematics.powerOfTen(decimals)
            return values.allSatisfy { abs(($0 * power).rounded() / power - $0) <= tolerance }
        } ?? 6
    }
}
