/// For which width a chart is laid out. Text has the same size in both, so that neither shrinks below 12 px where
/// it is meant to be shown: the wide one from 540 px on, the narrow one from 285 px on.
public enum ChartLayout: Hashable, Sendable {
    /// 600 units wide, for a column of text on a screen or on paper.
    case regular
    /// 320 units wide, for a phone.
    case narrow
}

/// The lengths that a layout fixes, in the chart's units.
package struct Metrics: Sendable {
    package private(set) var width: Double
    package private(set) var plotHeight: Double
    /// How much of the width a label of the y axis may take.
    package let labelWidth: Double
    package let titleSize: Double
    /// The size of every text but the title.
    package let textSize = 13.5
    /// Between the ends of the x axis and the outermost values, so that a symbol there is whole.
    package let inset = 8.0
    /// The least distance between two labels side by side.
    package let labelGap = 10.0

    package init(_ layout: ChartLayout, plotHeight chosen: Double? = nil) {
        width = layout == .regular ? 600 : 320
        let usual = layout == .regular ? 260.0 : 210
        plotHeight = chosen.map { $0.isFinite ? min(max($0, 60), 2000) : usual } ?? usual
        titleSize = layout == .regular ? 17 : 16
        labelWidth = width * 0.4
    }

    /// The lengths of a small chart in a picture of these.
    package func panel(width: Double, plotHeight: Double) -> Metrics {
        var panel = self
        (panel.width, panel.plotHeight) = (width, plotHeight)
        return panel
    }
}
