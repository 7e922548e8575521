/// A chart: marks and how they are scaled, labelled and coloured, as one value.
///
///     let chart = Chart {
///         for (epoch, loss) in losses.enumerated() {
///             LineMark(x: .value("Epoch", epoch + 1), y: .value("Validation loss", loss))
///         }
///     }
///     .chartTitle("The model begins to overfit")
///
/// The same descriptor gives the picture (`svg(id:)`, `html(id:)`), the sentence (`summary`) and the numbers (`table`).
public struct Chart {
    package var marks: [MarkDescriptor]
    package var options = ChartOptions()

    /// The mark that names the chart's axes: one that shows data rather than surrounds it.
    package var leadingMark: MarkDescriptor? {
        var leading: MarkDescriptor?
        for mark in marks where mark.kind.rank < leading?.kind.rank ?? .max { leading = mark }
        return leading
    }

    /// A chart of the marks between the braces.
    public init<Content: ChartContent>(@ChartContentBuilder content: () -> Content) {
        marks = content().marks
    }

    /// A chart with the same marks for each element of a collection.
    public init<Data: Sequence, Content: ChartContent>(
        _ data: Data, @ChartContentBuilder content: (Data.Element) -> Content
    ) {
        marks = ForEach(data, content: content).marks
    }

    /// The marks of several charts that share their scales, with the options of one of them. What stands on each other
    /// in a chart stays so; nothing stands on what another chart has.
    package init(together charts: [Chart], like chart: Chart) {
        marks = charts.flatMap { $0.marks.stacked }
        options = chart.options
    }

    #if !hasFeature(Embedded)
        /// A chart with the same marks for each element; `id` is taken so that Swift Charts code compiles, and not
        /// needed.
        public init<Data: Sequence, ID: Hashable, Content: ChartContent>(
            _ data: Data, id: KeyPath<Data.Element, ID>, @ChartContentBuilder content: (Data.Element) -> Content
        ) {
            self.init(data, content: content)
        }
    #endif
}
