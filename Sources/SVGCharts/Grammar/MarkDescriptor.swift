/// One mark as a plain value: what is drawn, where, and in which style. Every mark type comes down to this one, so
/// that a chart is an array and no type is hidden behind a protocol.
public struct MarkDescriptor: Sendable {
    package let type: MarkType
    package var x: Channel?
    package var y: Channel?
    private var details: Details?

    package init(
        _ type: MarkType, x: Channel? = nil, xEnd: Channel? = nil, y: Channel? = nil, yEnd: Channel? = nil,
        series: Channel? = nil
    ) {
        self.type = type
        self.x = x
        self.y = y
        guard xEnd != nil || yEnd != nil || series != nil else { return }
        details = Details(Rest(xEnd: xEnd, yEnd: yEnd, series: series))
    }
}

extension MarkDescriptor {
    /// What most marks of a long line do not have, kept apart so that 100,000 of them stay small.
    private struct Rest {
        var xEnd: Channel?
        var yEnd: Channel?
        var series: Channel?
        var style = MarkStyle()
        var annotation: Annotation?
        var raster: Raster?
        var accessibilityLabel: String?
        var isBetweenRows = false
    }

    private final class Details: Sendable {
        let rest: Rest

        init(_ rest: Rest) { self.rest = rest }
    }

    private var rest: Rest {
        get { details?.rest ?? Rest() }
        set { details = Details(newValue) }
    }

    package var xEnd: Channel? {
        get { details?.rest.xEnd }
        set { rest.xEnd = newValue }
    }

    package var yEnd: Channel? {
        get { details?.rest.yEnd }
        set { rest.yEnd = newValue }
    }

    package var series: Channel? { details?.rest.series }

    /// Whether the mark only makes a curve smooth, so that the data table does without it.
    package var isBetweenRows: Bool {
        get { details?.rest.isBetweenRows ?? false }
        set { rest.isBetweenRows = newValue }
    }

    package var style: MarkStyle {
        get { details?.rest.style ?? MarkStyle() }
        set { rest.style = newValue }
    }

    package var annotation: Annotation? {
        get { details?.rest.annotation }
        set { rest.annotation = newValue }
    }

    /// The numbers of a raster mark.
    package var raster: Raster? {
        get { details?.rest.raster }
        set { rest.raster = newValue }
    }

    /// What the mark stands for, in words.
    package var accessibilityLabel: String? {
        get { details?.rest.accessibilityLabel }
        set { rest.accessibilityLabel = newValue }
    }

    package var kind: MarkKind { type.kind }

    /// Whether the mark has neither style nor series of its own.
    package var isPlain: Bool { details == nil }
}

/// How a mark asks to look. What is nil is chosen when the chart is drawn.
package struct MarkStyle: Hashable, Sendable {
    package var foreground: StyleChoice<Color>?
    package var line: StyleChoice<StrokeStyle>?
    package var symbol: StyleChoice<BasicChartSymbolShape>?
    package var symbolSize: Double?
    package var interpolation: InterpolationMethod?
    package var opacity: Double?
    package var cornerRadius: Double?
    package var position: Channel?
    package var stacking: MarkStackingMethod?
}

/// A look that is given, or that follows from the value of a field.
package enum StyleChoice<Value: Hashable & Sendable>: Hashable, Sendable {
    case fixed(Value)
    case field(Channel)

    package var channel: Channel? {
        if case .field(let channel) = self { channel } else { nil }
    }

    package var value: Value? {
        if case .fixed(let value) = self { value } else { nil }
    }
}

extension MarkDescriptor {
    /// What the mark puts on each axis.
    package var channels: (x: [Channel], y: [Channel]) {
        ([x, xEnd].compactMap { $0 }, [y, yEnd].compactMap { $0 })
    }
}

extension [MarkDescriptor] {
    /// The marks with both ends given, where they stand on each other.
    var stacked: [MarkDescriptor] {
        for mark in self { if let stack = mark.type.stack { return stack(self) } }
        return self
    }
}
