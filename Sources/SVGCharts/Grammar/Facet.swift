/// One small chart for each of some values, side by side with the same scales.
///
///     Facet("Optimizer", ["SGD", "Adam", "RMSprop"]) { optimizer in
///         Chart {
///             for (epoch, loss) in losses[optimizer]!.enumerated() {
///                 LineMark(x: .value("Epoch", epoch + 1), y: .value("Loss", loss))
///             }
///         }
///     }
///     .chartTitle("Adam is the fastest to begin with")
///
/// Each panel is named by its value, "SGD" or "Dropout rate 0.5", and they wrap into as many columns as have room. How
/// axes and legend look is taken from the first panel.
public struct Facet {
    package let name: String
    package let titles: [String]
    package let charts: [Chart]
    package let columns: Int?
    package private(set) var title: String?

    /// A panel for each value.
    ///
    /// Ends the program where there is no value.
    /// - Parameters:
    ///   - name: what the values are values of.
    ///   - columns: how many panels stand side by side at most, where there is room for them.
    /// - Throws: what `content` throws, for the first value for which it does.
    public init<Values: Sequence, Failure: Error>(
        _ name: String, _ values: Values, columns: Int? = nil, content: (Values.Element) throws(Failure) -> Chart
    ) throws(Failure) where Values.Element: Plottable {
        try self.init(
            name, values, columns: columns, title: { Channel(label: name, datum: $0.datum).title },
            content: content)
    }

    /// A panel for each value, under a title of your own: `title: { "p = \($0)" }`.
    ///
    /// Ends the program where there is no value.
    /// - Throws: what `content` throws, for the first value for which it does.
    public init<Values: Sequence, Failure: Error>(
        _ name: String, _ values: Values, columns: Int? = nil, title: (Values.Element) -> String,
        content: (Values.Element) throws(Failure) -> Chart
    ) throws(Failure) {
        var charts: [Chart] = [], titles: [String] = []
        for value in values {
            titles.append(title(value))
            charts.append(try content(value))
        }
        guard !charts.isEmpty else { fatalError("the facet '\(name)' has no values") }
        self.name = name
        self.titles = titles
        self.charts = charts
        self.columns = columns
    }

    /// A heading above all panels.
    public func chartTitle(_ title: String) -> Facet {
        var facet = self
        facet.title = title
        return facet
    }
}

extension Facet {
    /// What each panel says: "SGD: Loss falls from 2.1 at epoch 1 to 0.4 at epoch 9. Adam: …"
    public var summary: String {
        let sentences = zip(titles, charts).prefix(Self.mostSentences).map { "\($0): \($1.summary)" }
        let rest = charts.count - sentences.count
        return sentences.joined(separator: " ") + (rest > 0 ? " And \(rest) more." : "")
    }

    /// The numbers of all panels, one panel after another, with a first column that says which.
    public var table: ChartTable {
        ChartTable(zip(titles, charts).map { ($0, $1.table) }, column: name)
    }

    private static let mostSentences = 6
}
