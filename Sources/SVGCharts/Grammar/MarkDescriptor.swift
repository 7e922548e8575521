/// One mark as a plain value: what is drawn, where, and in which style. Every mark type comes down to this one, so
/// that a chart is an array and no type is hidden behind a protocol.
public struct MarkDescriptor: Sendable {
    package var kind: MarkKind
    package var x: Channel?
    package var xEnd: Channel?
    package var y: Channel?
    package var yEnd: Channel?
    package var series: Channel?
    package var style = MarkStyle()

    package init(
        _ kind: MarkKind, x: Channel? = nil, xEnd: Channel? = nil, y: Channel? = nil, yEnd: Channel? = nil,
        series: Channel? = nil
    ) {
        self.kind = kind
        self.x = x
        self.xEnd = xEnd
        self.y = y
        self.yEnd = yEnd
        self.series = series
    }
}

/// Which mark a descriptor is; `Drawing.swift` says which type draws it.
package enum MarkKind: Hashable, Sendable {
    case line, point, bar, area, rule
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
