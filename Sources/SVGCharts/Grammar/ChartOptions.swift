/// All that a chart's modifiers say.
package struct ChartOptions {
    package var title: String?
    package var accessibilityLabel: String?
    package var x = AxisOptions()
    package var y = AxisOptions()
    package var legend = LegendPosition.automatic
    package var isLegendHidden = false
    package var naming: LineNaming?
    package var plotHeight: Double?
    package var aspectRatio: Double?
    package var foreground = ChosenScale<Color>()
    package var line = ChosenScale<StrokeStyle>()
    package var symbol = ChosenScale<BasicChartSymbolShape>()
}

/// All that a chart's modifiers say of one axis.
package struct AxisOptions {
    package var label: String?
    package var type: ScaleType?
    package var domain: ChosenDomain?
    package var includesZero: Bool?
    package var isReversed = false
    package var isHidden = false
    package var marks: [AxisMarks] = []
}

/// A domain that was given, not found from the data.
package enum ChosenDomain: Sendable {
    case numbers(lower: Double, upper: Double)
    case categories([String])
}

/// Looks that were given for the values of a field, in the order in which the legend shows them.
package struct ChosenScale<Value: Sendable>: Sendable {
    package var domain: [Datum] = []
    package var range: [Value] = []
}

/// Where the legend stands.
public enum LegendPosition: Hashable, Sendable {
    /// Between the title and the plot, wherever more than one series needs a name.
    case automatic
    /// Between the title and the plot.
    case top
    /// Below the x axis.
    case bottom
}
