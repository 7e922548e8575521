import Foundation
import Literate
import NotebookEvents

/// A chapter while its units run: what is known of them so far, and which cells the host's state has behind it.
struct ChapterRun {
    let plan: ChapterPlan
    let session: CellSession
    let store: ResultStore
    let files: CourseFiles
    let parameters: [String: String]
    let symbolizer: Symbolizer
    let observe: @Sendable (RunningUnit) -> Void

    private var results: [UnitResult?]
    /// The cells so far, ready to be run again where their effects are lost.
    private var cells: [Ready] = []
    /// What the cells so far asked for.
    private var inputs = Inputs()
    /// Whether what runs from now on has run in the state that its key says.
    private var isPure = true

    enum Progress {
        case going
        case stopped
    }

    init(
        plan: ChapterPlan, known: [UnitResult?], session: CellSession, store: ResultStore, files: CourseFiles,
        parameters: [String: String], symbolizer: Symbolizer, observe: @escaping @Sendable (RunningUnit) -> Void
    ) {
        self.plan = plan
        self.session = session
        self.store = store
        self.files = files
        self.parameters = parameters
        self.symbolizer = symbolizer
        self.observe = observe
        results = known
    }

    /// What came of the units; those without a result were not reached.
    var execution: Execution {
        Execution(results: results.map { $0 ?? UnitResult(status: .skipped) })
    }

    /// Runs the next unit that is needed.
    mutating func advance(with compilation: Compilation) async throws -> Progress {
        let index = compilation.index
        let unit = chapter.units[index]
        switch compilation.outcome {
        case .failed(let problems):
            return finish(index, UnitRun.Outcome(problems: problems, of: unit, in: chapter))
        case .ready(let compiled):
            guard unit.isKept else {
                guard unit.executes else { return finish(index, UnitRun.Outcome(compiled, of: unit, in: chapter)) }
                return try await runOnCopy((index, compilation.source, compiled))
            }
            cells.append((index, compilation.source, compiled))
            return try await runKept((index, compilation.source, compiled))
        }
    }
}

extension ChapterRun {
    /// A unit that is ready to run.
    private typealias Ready = (index: Int, source: UnitSource, unit: CompiledUnit)

    private var chapter: Chapter { plan.chapter }

    /// Runs a cell whose effects the units after it see, unless the host's state has them and its result is known.
    private mutating func runKept(_ cell: Ready) async throws -> Progress {
        let key = plan.keys[cell.index]
        let state = cells.dropLast().map { plan.keys[$0.index] }
        let known = results[cell.index]
        if known != nil, let header = store.header(of: key) { inputs = header.inputs }
        if known != nil, await session.state.starts(with: state + [key]) { return .going }
        try await restore(before: cells.count - 1)
        observe(RunningUnit(index: cell.index, what: known == nil ? started(cell) : .repeated))
        var outcome = try await run(cell, keptAs: key, after: state)
        inputs = inputs.adding(files: outcome.files, parameters: outcome.parameters, of: parameters, in: files)
        if let known, outcome.stored != nil, !known.isSame(as: outcome.result), !unit(cell.index).isVolatile {
            outcome.result.problems.append(unsteady(cell.index))
        }
        return finish(cell.index, outcome)
    }

    /// Runs a unit that leaves the state as it is.
    private mutating func runOnCopy(_ unit: Ready) async throws -> Progress {
        try await restore(before: cells.count)
        observe(RunningUnit(index: unit.index, what: started(unit)))
        let outcome = try await run(unit, keptAs: nil, after: cells.map { plan.keys[$0.index] })
        isPure = isPure && outcome.isIsolated
        return finish(unit.index, outcome)
    }

    /// Brings the host into the state before the cell with this place among `cells`, where it is not in it: because it is
    /// new, or a process was lost.
    private func restore(before place: Int) async throws {
        let keys = cells.map { plan.keys[$0.index] }
        for number in await session.state.commonPrefix(with: keys)..<max(place, 0) where number < place {
            let index = cells[number].index
            observe(RunningUnit(index: index, what: .repeated))
            _ = try await run(cells[number], keptAs: keys[number], after: Array(keys[..<number]))
        }
    }

    private func run(_ unit: Ready, keptAs key: UnitKey?, after state: [UnitKey]) async throws -> UnitRun.Outcome {
        do {
            return try await UnitRun(
                chapter: chapter, index: unit.index, compiled: unit.unit, places: unit.source.places,
                folder: session.folder
            ).outcome(in: session, after: state, keptAs: key, symbolizer: symbolizer, receive: receiver(unit.index))
        } catch let end as HostGone where !Task.isCancelled {
            return UnitRun.Outcome(end, of: self.unit(unit.index), in: chapter)
        }
    }

    private func unit(_ index: Int) -> Chapter.Unit { chapter.units[index] }

    private func started(_ unit: Ready) -> RunningUnit.What {
        .started(PrintedFiles(of: unit.unit.moduleName, in: session.folder))
    }

    private func receiver(_ index: Int) -> @Sendable (Event) -> Void {
        { [observe] event in observe(RunningUnit(index: index, what: .reported(event))) }
    }

    /// Takes note of what came of a unit, and keeps it for later builds.
    private mutating func finish(_ index: Int, _ outcome: UnitRun.Outcome) -> Progress {
        results[index] = outcome.result
        observe(RunningUnit(index: index, what: .finished(outcome.result)))
        if isPure, let stored = outcome.stored {
            var inputs = inputs
            // What others depend on has added its own already.
            if !unit(index).isKept {
                inputs = inputs.adding(
                    files: outcome.files, parameters: outcome.parameters, of: parameters, in: files)
            }
            store.save(stored, inputs: inputs, seconds: outcome.seconds, of: plan.keys[index])
        }
        guard outcome.result.status == .failed, unit(index).isKept || outcome.hasEndedHost else { return .going }
        // What comes after a failed cell depends on it: nothing that is known of it holds. After a host's end, nobody runs it.
        for later in results.indices where later > index { results[later] = nil }
        return .stopped
    }

    /// The cell gave another result than in an earlier build, although nothing that it depends on is another.
    private func unsteady(_ index: Int) -> Problem {
        Problem(
            file: chapter.source.path, location: chapter.units[index].location, severity: .warning,
            message: "the cell gave another result than before, although nothing changed",
            fix: "give its random numbers a seed, or say '//| volatile: true' if it measures time")
    }
}

extension [UnitKey] {
    /// How many elements at the start are the same in both.
    fileprivate func commonPrefix(with other: [UnitKey]) -> Int {
        zip(self, other).prefix { $0 == $1 }.count
    }
}

extension UnitResult {
    /// Whether the page would show the same.
    fileprivate func isSame(as other: UnitResult) -> Bool {
        events == other.events && printed == other.printed
    }
}

extension Chapter.Unit {
    /// Whether the unit says that its results differ from run to run.
    fileprivate var isVolatile: Bool {
        if case .cell(let cell) = self { cell.options.volatile } else { false }
    }
}
