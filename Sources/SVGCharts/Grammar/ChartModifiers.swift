extension Chart {
    /// A heading above the chart: what it shows, or better, what to take away from it.
    public func chartTitle(_ title: String) -> Chart {
        with { $0.title = title }
    }

    /// What the picture is called where it cannot be seen; otherwise the title, or a name found from the axes.
    public func accessibilityLabel(_ label: String) -> Chart {
        with { $0.accessibilityLabel = label }
    }

    /// Names the x axis; otherwise the name given with the values does.
    public func chartXAxisLabel(_ label: String) -> Chart {
        with { $0.x.label = label }
    }

    /// Names the y axis; otherwise the name given with the values does.
    public func chartYAxisLabel(_ label: String) -> Chart {
        with { $0.y.label = label }
    }

    /// Writes each line's name at its end, where there is room, instead of in a legend.
    public func directLabels(_ isShown: Bool = true) -> Chart {
        with { $0.naming = isShown ? .atEnds : nil }
    }

    /// Where the legend stands.
    public func chartLegend(position: LegendPosition) -> Chart {
        with { $0.legend = position }
    }

    /// Whether there is a legend.
    public func chartLegend(_ visibility: Visibility) -> Chart {
        with { $0.isLegendHidden = visibility == .hidden }
    }

    /// How many times as wide as high the plot is: 1 for a square one. The plot is then no higher than it is in other
    /// charts by a half, and leaves the rest of the width free.
    public func aspectRatio(_ ratio: Double) -> Chart {
        with { $0.aspectRatio = ratio.isFinite ? min(max(ratio, 0.1), 10) : nil }
    }

    /// The height of the plot in the chart's units, without title, legend and axes.
    public func frame(height: Double) -> Chart {
        with { $0.plotHeight = height }
    }
}

extension Chart {
    package func with(_ change: (inout ChartOptions) -> Void) -> Chart {
        var chart = self
        change(&chart.options)
        return chart
    }
}

/// Whether something is shown.
public enum Visibility: Hashable, Sendable {
    case automatic, visible, hidden
}
