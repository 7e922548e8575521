/// How a mark asks to look. What is nil is chosen when the chart is drawn.
package struct MarkStyle: Equatable, Sendable {
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
package enum StyleChoice<Value: Equatable & Sendable>: Equatable, Sendable {
    case fixed(Value)
    case field(Channel)

    package var channel: Channel? {
        if case .field(let channel) = self { channel } else { nil }
    }

    package var value: Value? {
        if case .fixed(let value) = self { value } else { nil }
    }
}
