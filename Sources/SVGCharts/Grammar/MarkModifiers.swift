/// How marks look. Where a mark and a group around it ask for the same thing, the mark has its way.
extension ChartContent {
    /// One colour for these marks.
    public func foregroundStyle(_ color: Color) -> some ChartContent {
        styled { $0.foreground = $0.foreground ?? .fixed(color) }
    }

    /// A colour for each value of a field, with a legend. Lines of different values are different lines.
    public func foregroundStyle<Value: Plottable>(by field: PlottableValue<Value>) -> some ChartContent {
        styled { $0.foreground = $0.foreground ?? .field(field.channel) }
    }

    /// One stroke for these lines.
    public func lineStyle(_ stroke: StrokeStyle) -> some ChartContent {
        styled { $0.line = $0.line ?? .fixed(stroke) }
    }

    /// A dash pattern for each value of a field, with a legend. Lines of different values are different lines.
    public func lineStyle<Value: Plottable>(by field: PlottableValue<Value>) -> some ChartContent {
        styled { $0.line = $0.line ?? .field(field.channel) }
    }

    /// One symbol for these points; on a line, a symbol at each of its points.
    public func symbol(_ shape: BasicChartSymbolShape) -> some ChartContent {
        styled { $0.symbol = $0.symbol ?? .fixed(shape) }
    }

    /// A symbol for each value of a field, with a legend; on a line, a symbol at each of its points.
    public func symbol<Value: Plottable>(by field: PlottableValue<Value>) -> some ChartContent {
        styled { $0.symbol = $0.symbol ?? .field(field.channel) }
    }

    /// The area of a symbol in square units; 40 where not given.
    public func symbolSize(_ area: Double) -> some ChartContent {
        styled { $0.symbolSize = $0.symbolSize ?? area }
    }

    /// How these lines and areas get from point to point.
    public func interpolationMethod(_ method: InterpolationMethod) -> some ChartContent {
        styled { $0.interpolation = $0.interpolation ?? method }
    }

    /// How opaque these marks are, from 0 to 1.
    public func opacity(_ opacity: Double) -> some ChartContent {
        styled { $0.opacity = ($0.opacity ?? 1) * opacity }
    }

    /// How much the corners of these bars are rounded.
    public func cornerRadius(_ radius: Double) -> some ChartContent {
        styled { $0.cornerRadius = $0.cornerRadius ?? radius }
    }

    /// Bars of different values of a field stand side by side rather than on each other.
    public func position<Value: Plottable>(by field: PlottableValue<Value>) -> some ChartContent {
        styled { $0.position = $0.position ?? field.channel }
    }
}

extension ChartContent {
    /// What these marks stand for, such as "the best epoch"; said to whoever cannot see the chart, after its summary.
    public func accessibilityLabel(_ label: String) -> some ChartContent {
        var marks = marks
        for index in marks.indices { marks[index].accessibilityLabel = marks[index].accessibilityLabel ?? label }
        return MarkGroup(marks)
    }
}

extension ChartContent {
    private func styled(_ change: (inout MarkStyle) -> Void) -> MarkGroup {
        var marks = marks
        for index in marks.indices { marks[index].style(change) }
        return MarkGroup(marks)
    }
}
