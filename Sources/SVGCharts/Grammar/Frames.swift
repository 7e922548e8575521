/// One chart for each value of a control, all drawn beforehand, of which a reader sees one at a time.
///
///     Frames(control: FrameControl("Degree", 1...15, default: 3)) { degree in
///         Chart {
///             LinePlot(x: "x", y: "y", domain: 0...1, function: fits[degree].predict)
///             for point in points { PointMark(x: .value("x", point.x), y: .value("y", point.y)) }
///         }
///     }
///
/// All frames share their scales, their legend and their size, so that only the marks move. How axes and legend look
/// is taken from the frame that is shown at first.
public struct Frames {
    package let control: FrameLabels
    package let charts: [Chart]

    /// A chart for each value of the control.
    /// - Throws: what `content` throws, for the first value for which it does.
    public init<Value, Failure: Error>(
        control: FrameControl<Value>, content: (Value) throws(Failure) -> Chart
    ) throws(Failure) {
        var charts: [Chart] = []
        for value in control.values { charts.append(try content(value)) }
        self.control = control.labels
        self.charts = charts
    }
}

extension Frames {
    /// The chart shown at first.
    public var standing: Chart { charts[control.start] }

    /// What the frame shown at first says, and which others there are: "Degree 3: y rises from 1 at x 0 to 3 at x 1.
    /// A control shows 15 values, degree 1 to degree 15."
    public var summary: String {
        "\(Phrase.outer(control.phrase(control.start))): \(standing.summary) \(offer)"
    }

    /// The numbers of all frames, one frame after another, with a first column that says which.
    public var table: ChartTable {
        ChartTable(charts.indices.map { part($0) }, column: control.name)
    }

    /// The numbers of the frame shown at first, with a first column that says so.
    public var standingTable: ChartTable {
        ChartTable([part(control.start)], column: control.name)
    }

    /// What a table that holds but one frame says of itself.
    public var tableNote: String { "The data table holds \(control.phrase(control.start)) alone." }

    /// "A control shows 15 values, degree 1 to degree 15."
    private var offer: String { charts.count > 1 ? "A \(offered)" : "The \(offered)" }

    /// What stands in the control's place on paper.
    package var note: String {
        "Shown: \(control.phrase(control.start)). On a screen, \(charts.count > 1 ? "a" : "the") \(offered)"
    }

    private var offered: String {
        let count = charts.count
        guard count > 1 else { return "control has no other value." }
        guard control.isNumeric else {
            return "control shows \(count) values: \(control.values.joined(separator: ", "))."
        }
        return "control shows \(count) values, \(control.phrase(0)) to \(control.values[count - 1])."
    }

    private func part(_ index: Int) -> (name: String, table: ChartTable) {
        (control.values[index], charts[index].table)
    }
}
