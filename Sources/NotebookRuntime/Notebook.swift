public import NotebookEvents

/// The notebook that the running cell belongs to: where what it shows goes.
///
/// A cell is top-level code, so `show` and the rest need an ambient place to report to. This is the only one: the
/// cell host sets it before the first cell runs, and one cell runs at a time.
public final class Notebook {
    /// The notebook of this process. A program that runs outside a notebook has one that discards what it is told.
    nonisolated(unsafe) public static var current = Notebook { _ in }

    private let report: (Event) -> Void
    /// What a reader has entered; nil where there is no reader, and each control is as it is at first.
    private let entered: (Control) -> Entry?
    private var figures = 0
    /// What the last step of an animation that showed something has shown; nil outside of animations.
    private var held: [Output]?
    private var isNewStep = false
    private var hasAnimated = false
    /// The number of the place that the cell reached last; where a handler of crashes can read it.
    public let place: UnsafeMutablePointer<Int>
    private let ownsPlace: Bool

    /// Makes a notebook that hands each event to `report` at once, on the thread of the cell.
    /// - Parameters:
    ///   - place: where the number of the place is kept that the cell has reached; nil where nobody else reads it.
    ///   - entered: what a reader has entered for a control.
    public init(
        place: UnsafeMutablePointer<Int>? = nil, report: @escaping (Event) -> Void,
        entered: @escaping (Control) -> Entry?
    ) {
        self.report = report
        self.entered = entered
        self.place = place ?? .allocate(capacity: 1)
        ownsPlace = place == nil
        self.place.initialize(to: -1)
    }

    /// Makes a notebook without a reader.
    public convenience init(_ report: @escaping (Event) -> Void) {
        self.init(report: report, entered: { _ in nil })
    }

    /// Begins a cell.
    public func begin() {
        figures = 0
        held = nil
        hasAnimated = false
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
        if ownsPlace { place.deallocate() }
    }

    func used(parameter name: String) {
        report(.usedParameter(name: name))
    }

    func show(_ output: Output) {
        if held != nil {
            if isNewStep { held = [] }
            isNewStep = false
            held?.append(output)
            return
        }
        guard !hasAnimated else { fatalError("'animate' is the last thing that a cell does: show more in its steps") }
        // Whoever receives the event knows how much was printed before it.
        report(.output(output, printed: .nothing))
    }

    /// What a reader has entered for `control`; nil where nobody has.
    func value(of control: Control) -> Entry? {
        report(.control(control))
        return entered(control)
    }

    /// Begins an animation. What a step shows takes the place of what the step before it has shown.
    func begin(_ animation: Animation) {
        guard held == nil, !hasAnimated else { fatalError("a cell can have one 'animate', and nothing in its steps") }
        report(.animation(animation))
        held = []
    }

    /// Begins a step of an animation.
    func beginStep() {
        isNewStep = true
    }

    /// Ends an animation: what its last step has shown stays.
    func endAnimation() {
        let outputs = held ?? []
        held = nil
        for output in outputs { show(output) }
        hasAnimated = true
    }

    func value(_ index: Int, _ text: String) {
        report(.value(index: index, text: text))
    }

    func claim(_ index: Int, _ outcome: ClaimOutcome) {
        report(.claim(index: index, outcome))
    }
}

/// What a reader has entered for a control.
public enum Entry: Equatable, Sendable {
    /// A number, the place of a choice, how often a button was pressed, or, as 0 and 1, whether a toggle is on.
    case number(Double)
    case text(String)
}
