public import NotebookEvents

/// The notebook that the running cell belongs to: where what it shows goes.
///
/// A cell is top-level code, so `show` and the rest need an ambient place to report to. This is the only one: the
/// cell host sets it before the first cell runs, and one cell runs at a time.
public final class Notebook {
    /// The notebook of this process. A program that runs outside a notebook has one that discards what it is told.
    nonisolated(unsafe) public static var current = Notebook { _ in }

    private let report: (Event) -> Void
    private var figures = 0
    /// The number of the place that the cell reached last; where a handler of crashes can read it.
    public let place = UnsafeMutablePointer<Int>.allocate(capacity: 1)

    /// Makes a notebook that hands each event to `report` at once, on the thread of the cell.
    public init(report: @escaping (Event) -> Void) {
        self.report = report
        place.initialize(to: -1)
    }

    /// Begins a cell.
    public func begin() {
        figures = 0
        place.pointee = -1
    }

    /// The id for the next figure that the cell draws: `weft-figure-1`, then `weft-figure-2`. The weaver makes it the
    /// page's own: a result does not know how its cell is labeled.
    public func nextFigureID() -> String {
        figures += 1
        return "\(Figure.idPrefix)-\(figures)"
    }

    /// Reports how far a long computation has come.
    public func progressed(_ progress: CellProgress) {
        report(.progress(progress))
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

    func used(parameter name: String) {
        report(.usedParameter(name: name))
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
