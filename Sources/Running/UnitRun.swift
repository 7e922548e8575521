import Foundation
import Literate
import NotebookEvents
import Synchronization

/// One compiled unit on its way through the cell host.
struct UnitRun {
    let chapter: Chapter
    let index: Int
    let compiled: CompiledUnit
    /// Where in the chapter the unit's numbered places stand.
    let places: [Location]
    /// The folder that takes what the unit prints.
    let folder: URL

    /// What a run gave.
    struct Outcome: Sendable {
        var result: UnitResult
        /// The same, as it is kept; nil where the unit failed.
        var stored: StoredResult?
        /// What the unit asked for.
        var files: [String] = []
        var parameters: [String] = []
        var seconds = 0.0
        /// Whether all that the unit did is undone, if it was to be.
        var isIsolated = true
        /// Whether the host came to its end with the unit, so that no other can run.
        var hasEndedHost = false
    }

    /// Runs the unit in `session`, after the cells of `state`.
    /// - Parameter key: the unit's key where what it does to the state is kept.
    func outcome(
        in session: CellSession, after state: [UnitKey], keptAs key: UnitKey?, symbolizer: Symbolizer,
        receive: @escaping @Sendable (Event) -> Void
    ) async throws -> Outcome {
        let files = PrintedFiles(of: compiled.moduleName, in: folder)
        let reported = Mutex<[Event]>([])
        let end = try await session.run(
            compiled, after: state, keptAs: key, printingTo: files, limits: limits
        ) { event in
            reported.withLock { $0.append(event) }
            receive(event)
        }
        let (events, printed) = Self.placed(reported.withLock { $0 }, by: files)
        return await outcome(events, end, printed, symbolizer: symbolizer)
    }
}

extension UnitRun.Outcome {
    /// What came of a unit that does not compile.
    init(problems: [Problem], of unit: Chapter.Unit, in chapter: Chapter) {
        let nothing = StoredResult(events: [], printed: PrintedText(), diagnostics: [])
        let outcome = Self(result: UnitResult(status: .failed, problems: problems))
        self = outcome.judged(by: unit, in: chapter, compiled: false, keeping: nothing)
    }

    /// What came of a unit that took the host with it. No unit is expected to do that.
    init(_ end: HostGone, of unit: Chapter.Unit, in chapter: Chapter) {
        let problem = Problem(
            file: chapter.source.path, location: unit.location, message: "\(end)",
            fix: "a cell is to leave processes alone that it did not start")
        self.init(result: UnitResult(status: .failed, problems: [problem]), hasEndedHost: true)
    }

    /// What came of a unit that is compiled and not run.
    init(_ compiled: CompiledUnit, of unit: Chapter.Unit, in chapter: Chapter) {
        let stored = StoredResult(compiled)
        let outcome = Self(result: UnitResult(stored, of: unit, in: chapter))
        self = outcome.judged(by: unit, in: chapter, compiled: true, keeping: stored)
    }

    /// The same with what the unit was expected to do taken into account; `stored` is what is kept of it.
    func judged(by unit: Chapter.Unit, in chapter: Chapter, compiled: Bool, keeping stored: StoredResult) -> Self {
        var outcome = self
        if case .cell(let cell) = unit {
            outcome.result = result.judged(by: cell, path: chapter.source.path, compiled: compiled)
        }
        guard outcome.result.status == .ran else { return outcome }
        outcome.stored = stored
        outcome.stored?.expectedFailures = outcome.result.expectedFailures.map { StoredProblem($0, in: unit) }
        return outcome
    }
}

extension UnitRun {
    private var unit: Chapter.Unit { chapter.units[index] }
    private var limits: CellLimits { CellLimits(of: unit) }

    private func outcome(
        _ reported: [Event], _ end: Event, _ printed: PrintedText, symbolizer: Symbolizer
    ) async -> Outcome {
        let hasTrapped = reported.contains { if case .crashed = $0 { true } else { false } }
        var kept = printed
        if hasTrapped { kept.messages = TrapReport(printed.messages).messages }
        let stored = StoredResult(
            events: reported.filter(\.isShown), printed: kept, diagnostics: compiled.diagnostics)
        var outcome = Outcome(result: UnitResult(stored, of: unit, in: chapter))
        if case .finished(let seconds, let isIsolated) = end {
            outcome.seconds = seconds
            outcome.isIsolated = isIsolated
        } else {
            var failure = await failure(reported, end, error: printed.messages, symbolizer: symbolizer)
            let hints = [failure.fix, Self.lastLines(of: printed.output)].compactMap(\.self)
            failure.fix = hints.isEmpty ? nil : hints.joined(separator: "\n")
            outcome.result.problems.append(failure)
            outcome.result.status = .failed
        }
        for event in reported {
            if case .read(let files) = event { outcome.files += files }
            if case .usedParameter(let name) = event { outcome.parameters.append(name) }
        }
        return outcome.judged(by: unit, in: chapter, compiled: true, keeping: stored)
    }

    /// Why the unit did not finish.
    private func failure(_ reported: [Event], _ end: Event, error: String, symbolizer: Symbolizer) async -> Problem {
        for event in reported.reversed() {
            switch event {
            case .threw(let description, let place):
                return problem("an error was thrown and not caught: \(description)", at: location(of: place))
            case .crashed(let signal, let place, let frames) where !isStopped(end):
                let trap = await symbolizer.failure(at: frames)
                let reason = TrapReport(error).reason ?? trap.reason ?? Crash.name(ofSignal: signal)
                return problem("the cell crashed: \(Self.shortened(reason))", at: trap.location ?? location(of: place))
            case .unloadable(let reason):
                return problem("the compiled cell could not be loaded: \(reason)", at: nil)
            case .unprinted:
                var failure = problem("not all that the cell printed could be written down", at: nil)
                failure.fix = "make room on the disk that has the course's folder '.weft'"
                return failure
            default: continue
            }
        }
        guard case .ended(let ending, _, let place) = end else { return problem("the cell did not finish", at: nil) }
        var failure = problem(Crash.words(for: ending, limits: limits), at: location(of: place))
        failure.fix = Crash.fix(for: ending, limits: limits)
        return failure
    }

    /// A reason that a reader can take in: a message may be of any length.
    private static func shortened(_ reason: String) -> String {
        reason.count > 1000 ? reason.prefix(1000) + "…" : reason
    }

    private func isStopped(_ end: Event) -> Bool {
        if case .ended(.stopped, _, _) = end { true } else { false }
    }

    /// What a unit printed last, which may tell how far it came; nil where it printed nothing.
    private static func lastLines(of text: String) -> String? {
        let lines = text.split(separator: "\n").suffix(3).map { Self.shortened(String($0)) }
        return lines.isEmpty ? nil : "it had printed: " + lines.joined(separator: "\n    ")
    }

    /// Where the unit's place of this number stands.
    private func location(of place: Int) -> Location? {
        places.indices.contains(place) ? places[place] : nil
    }

    private func problem(_ message: String, at location: Location?) -> Problem {
        Problem(file: chapter.source.path, location: location ?? unit.location, message: message)
    }

    /// What `files` hold, and the events with their moments by it.
    private static func placed(_ events: [Event], by files: PrintedFiles) -> ([Event], PrintedText) {
        let moments = events.compactMap { if case .output(_, let moment) = $0 { moment } else { nil } }
        let (text, known) = files.contents(shown: moments)
        var rest = known[...]
        let placed = events.map { event in
            guard case .output(let output, _) = event else { return event }
            return Event.output(output, printed: rest.removeFirst())
        }
        return (placed, text)
    }
}

extension Event {
    /// Whether the event belongs on the page, and not only to the run.
    fileprivate var isShown: Bool {
        switch self {
        case .output, .value, .claim, .control, .animation: true
        default: false
        }
    }
}

extension UnitResult {
    /// A kept result, at the places where its unit stands now.
    init(_ stored: StoredResult, of unit: Chapter.Unit, in chapter: Chapter) {
        var problems: [Problem] = []
        if unit.tellsWarnings {
            problems += CompilerDiagnostics(stored.diagnostics, text: "", of: unit, in: chapter).warnings
        }
        if case .prose(let expressions) = unit {
            problems += Problem.falseClaims(among: expressions, events: stored.events, path: chapter.source.path)
        }
        self.init(
            status: problems.contains { $0.severity == .error } ? .failed : .ran, events: stored.events,
            printed: stored.printed, problems: problems,
            expectedFailures: stored.expectedFailures.map { $0.problem(in: unit, of: chapter) })
    }
}

extension Chapter.Unit {
    /// Whether an author wants to know what the compiler remarks on.
    fileprivate var tellsWarnings: Bool {
        if case .cell(let cell) = self { cell.options.warning } else { true }
    }
}
