extension Chart {
    /// The values between which the x axis runs; marks beyond are cut off.
    public func chartXScale<Bound: Plottable & Comparable>(
        domain: ClosedRange<Bound>, type: ScaleType? = nil
    ) -> Chart {
        with { $0.x.set(domain, type) }
    }

    /// The names along the x axis, in their order.
    public func chartXScale<Name: Plottable>(domain: [Name], type: ScaleType? = nil) -> Chart {
        with { $0.x.set(domain, type) }
    }

    /// How the x axis finds its domain.
    public func chartXScale(domain: AutomaticScaleDomain, type: ScaleType? = nil) -> Chart {
        with { $0.x.set(domain, type) }
    }

    /// How the x axis turns values into places.
    public func chartXScale(type: ScaleType) -> Chart {
        with { $0.x.type = type }
    }

    /// The values between which the y axis runs; marks beyond are cut off.
    public func chartYScale<Bound: Plottable & Comparable>(
        domain: ClosedRange<Bound>, type: ScaleType? = nil
    ) -> Chart {
        with { $0.y.set(domain, type) }
    }

    /// The names along the y axis, in their order from below.
    public func chartYScale<Name: Plottable>(domain: [Name], type: ScaleType? = nil) -> Chart {
        with { $0.y.set(domain, type) }
    }

    /// How the y axis finds its domain.
    public func chartYScale(domain: AutomaticScaleDomain, type: ScaleType? = nil) -> Chart {
        with { $0.y.set(domain, type) }
    }

    /// How the y axis turns values into places.
    public func chartYScale(type: ScaleType) -> Chart {
        with { $0.y.type = type }
    }

    /// The order of a field's values in the legend, and the colour of each. Without a range, only the order.
    public func chartForegroundStyleScale<Value: Plottable>(domain: [Value], range: [Color] = []) -> Chart {
        with { $0.foreground = ChosenScale(domain: domain.map { $0.datum }, range: range) }
    }

    /// The colours of a field's values: `["with dropout": .blue, "without": .orange]`.
    public func chartForegroundStyleScale<Value: Plottable>(_ mapping: KeyValuePairs<Value, Color>) -> Chart {
        with { $0.foreground = ChosenScale(domain: mapping.map { $0.key.datum }, range: mapping.map { $0.value }) }
    }

    /// The order of a field's values in the legend, and the stroke of each.
    public func chartLineStyleScale<Value: Plottable>(domain: [Value], range: [StrokeStyle] = []) -> Chart {
        with { $0.line = ChosenScale(domain: domain.map { $0.datum }, range: range) }
    }

    /// The order of a field's values in the legend, and the symbol of each.
    public func chartSymbolScale<Value: Plottable>(
        domain: [Value], range: [BasicChartSymbolShape] = []
    ) -> Chart {
        with { $0.symbol = ChosenScale(domain: domain.map { $0.datum }, range: range) }
    }
}

/// A domain found from the data.
public struct AutomaticScaleDomain: Hashable, Sendable {
    package let includesZero: Bool?
    package let isReversed: Bool

    /// What the marks ask for: bars and areas stand on zero, lines and points need not.
    public static let automatic = AutomaticScaleDomain(includesZero: nil, isReversed: false)

    /// Whether zero is on the axis in any case, and whether the axis runs the other way: x to the left, y downwards.
    public static func automatic(includesZero: Bool? = nil, reversed: Bool = false) -> AutomaticScaleDomain {
        AutomaticScaleDomain(includesZero: includesZero, isReversed: reversed)
    }
}

extension AxisOptions {
    fileprivate mutating func set<Bound: Plottable>(_ range: ClosedRange<Bound>, _ type: ScaleType?) {
        if case .number(let lower) = range.lowerBound.datum, case .number(let upper) = range.upperBound.datum {
            domain = .numbers(lower: lower, upper: upper)
        }
        self.type = type ?? self.type
    }

    /// Two numbers are the ends of an axis; anything else is a list of names.
    fileprivate mutating func set<Value: Plottable>(_ values: [Value], _ type: ScaleType?) {
        self.type = type ?? self.type
        let data = values.map { $0.datum }
        let numbers = data.compactMap { $0.finite }
        if numbers.count == data.count, numbers.count >= 2, self.type != .category {
            domain = .numbers(lower: numbers.min() ?? 0, upper: numbers.max() ?? 1)
        } else {
            domain = .categories(data.map { $0.name })
        }
    }

    fileprivate mutating func set(_ automatic: AutomaticScaleDomain, _ type: ScaleType?) {
        domain = nil
        includesZero = automatic.includesZero
        isReversed = automatic.isReversed
        self.type = type ?? self.type
    }
}
