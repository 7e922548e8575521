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
    private var cells: [(index: Int, source: UnitSource, unit: CompiledUnit)] = []
    /// What the cells so far asked for.
    private var inputs = Inputs()
    /// Whether what runs from now on has run in the state that its key says.
    private var isPure = true

    enum Progress {
        case going
        case stopped
    }

    init(
        plan: ChapterPlan, session: CellSession, store: ResultStore, files: CourseFiles,
        parameters: [String: String], symbolizer: Symbolizer, observe: @escaping @Sendable (RunningUnit) -> Void
    ) {
        self.plan = plan
        self.session = session
        self.store = store
        self.files = files
        self.parameters = parameters
        self.symbolizer = symbolizer
        self.observe = observe
        results = zip(zip(plan.chapter.units, plan.keys), plan.steps).map { unit, step in
            guard case .kept = step else { return nil }
            return store.result(of: unit.1).map { UnitResult($0, of: unit.0, in: plan.chapter) }
        }
    }

    /// What came of the units; those without a result were not reached.
    var execution: Execution {
        Execution(results: results.map { $0 ?? UnitResult(status: .skipped) })
    }

    /// Runs the next unit that is needed.
    mutating func advance(with compilation: Compilation) async throws -> Progress {
        let index = compilation.index
        switch compilation.outcome {
        case .failed(let problems):
            return finish(index, UnitResult(status: .failed, problems: problems))
        case .ready(let unit):
            guard chapter.units[index].isCell else { return try await runExpressions(index, compilation.source, unit) }
            cells.append((index, compilation.source, unit))
            return try await runCell(index)
        }
    }
}

extension ChapterRun {
    private var chapter: Chapter { plan.chapter }

    /// The keys of the cells before the last one.
    private var stateBefore: [UnitKey] { cells.dropLast().map { plan.keys[$0.index] } }

    /// Runs the cell that came last, unless the host's state has it behind it and its result is known.
    private mutating func runCell(_ index: Int) async throws -> Progress {
        if let header = store.header(of: plan.keys[index]), results[index] != nil { inputs = header.inputs }
        let wanted = stateBefore + [plan.keys[index]]
        if results[index] != nil, await session.state.starts(with: wanted) { return .going }
        try await restore(before: cells.count - 1)
        let known = results[index]
        observe(RunningUnit(index: index, what: known == nil ? .started : .repeated))
        let outcome = try await run(index, keptAs: plan.keys[index], after: stateBefore)
        guard let stored = outcome.stored else { return finish(index, outcome.result) }
        inputs = inputs.adding(files: outcome.files, parameters: outcome.parameters, of: parameters, in: files)
        if isPure { store.save(stored, inputs: inputs, seconds: outcome.seconds, of: plan.keys[index]) }
        var result = outcome.result
        if let known, !known.isSame(as: result) { result.problems.append(unsteady(index)) }
        return finish(index, result)
    }

    private mutating func runExpressions(_ index: Int, _ source: UnitSource, _ unit: CompiledUnit) async throws
        -> Progress
    {
        try await restore(before: cells.count)
        observe(RunningUnit(index: index, what: .started))
        let state = cells.map { plan.keys[$0.index] }
        let run = UnitRun(
            chapter: chapter, index: index, compiled: unit, places: source.places, limits: CellLimits(),
            folder: session.folder)
        let outcome = try await run.outcome(
            in: session, after: state, keptAs: nil, symbolizer: symbolizer, receive: receiver(index))
        isPure = isPure && outcome.isIsolated
        if isPure, let stored = outcome.stored {
            let inputs = inputs.adding(
                files: outcome.files, parameters: outcome.parameters, of: parameters, in: files)
            store.save(stored, inputs: inputs, seconds: outcome.seconds, of: plan.keys[index])
        }
        return finish(index, outcome.result)
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

    private func run(_ index: Int, keptAs key: UnitKey, after state: [UnitKey]) async throws -> UnitRun.Outcome {
        guard let cell = cells.last(where: { $0.index == index }) else { throw HostGone() }
        return try await run(cell, keptAs: key, after: state)
    }

    private func run(
        _ cell: (index: Int, source: UnitSource, unit: CompiledUnit), keptAs key: UnitKey, after state: [UnitKey]
    ) async throws -> UnitRun.Outcome {
        try await UnitRun(
            chapter: chapter, index: cell.index, compiled: cell.unit, places: cell.source.places, limits: CellLimits(),
            folder: session.folder
        ).outcome(in: session, after: state, keptAs: key, symbolizer: symbolizer, receive: receiver(cell.index))
    }

    private func receiver(_ index: Int) -> @Sendable (Event) -> Void {
        { [observe] event in observe(RunningUnit(index: index, what: .reported(event))) }
    }

    private mutating func finish(_ index: Int, _ result: UnitResult) -> Progress {
        results[index] = result
        observe(RunningUnit(index: index, what: .finished(result)))
        guard result.status == .failed, chapter.units[index].isCell else { return .going }
        // What comes after a failed cell depends on it: nothing that is known of it holds.
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
        events == other.events && standardOutput == other.standardOutput && standardError == other.standardError
    }
}
