public import NotebookEvents

/// The notebook that the running cell belongs to: where what it shows goes.
///
/// A cell is top-level code, so `show` and the rest need an ambient place to report to. This is the only one: the
/// cell host sets it before the first cell runs, and one cell runs at a time.
public final class Notebook {
    /// The notebook of this process. A program that runs outside a notebook has one that discards what it is told.
    nonisolated(unsafe) public static var current = Notebook { _ in }

    private let report: (Event) -> Void
    private var figurePrefix = "figure"
    private var figures = 0
    /// The number of the place that the cell reached last; where a handler of crashes can read it.
    public let place = UnsafeMutablePointer<Int>.allocate(capacity: 1)

    /// Makes a notebook that hands each event to `report` at once, on the thread of the cell.
    public init(report: @escaping (Event) -> Void) {
        self.report = report
        place.initialize(to: -1)
    }

    /// Begins a cell whose figures' ids start with `figurePrefix`.
    public func begin(figurePrefix: String) {
        self.figurePrefix = figurePrefix
        figures = 0
        place.pointee = -1
    }

    /// The id for the next figure that the cell draws: `PREFIX-1`, then `PREFIX-2`.
    public func nextFigureID() -> String {
        figures += 1
        return "\(figurePrefix)-\(figures)"
    }

    /// Reports that an error of this description left the cell.
    public func threw(_ description: String) {
        report(.threw(description: description, place: place.pointee))
    }

    func reached(_ place: Int) {
        self.place.pointee = place
    }

    deinit {
        place.deallocate()
    }

    func show(_ output: Output) {
        // Whoever receives the event knows how much was printed before it.
        report(.output(output, printed: 0))
    }

    func value(_ index: Int, _ text: String) {
        report(.value(index: index, text: text))
    }

    func claim(_ index: Int, _ outcome: ClaimOutcome) {
        report(.claim(index: index, outcome))
    }
}
