import Literate
import Running
import Synchronization

/// What is known of a course while its cells run, for whoever looks on meanwhile.
final class ResultsSoFar: BuildProgress {
    private let progress: any BuildProgress
    private let state: Mutex<State>

    private struct State {
        var results: [String: [UnitResult?]]
        var version = 0
    }

    /// - Parameter progress: is told everything, too.
    init(of plans: [ChapterPlan], _ runner: ChapterRunner, telling progress: any BuildProgress) {
        self.progress = progress
        let due = plans.filter { $0.lastDue != nil }.map { ($0.chapter.slug, runner.knownResults(of: $0)) }
        state = Mutex(State(results: Dictionary(due) { $1 }))
    }

    /// Grows with what is known.
    var version: Int { state.withLock { $0.version } }

    /// The chapters with what is known of them.
    func builds(of plans: [ChapterPlan]) -> [ChapterBuild] {
        state.withLock { state in
            plans.map { plan in
                let results = state.results[plan.chapter.slug]?.map { $0 ?? UnitResult(status: .pending) }
                return ChapterBuild(plan: plan, execution: results.map(Execution.init))
            }
        }
    }

    func began(_ plan: ChapterPlan) {
        progress.began(plan)
    }

    func happened(_ unit: RunningUnit, in chapter: Chapter) {
        if case .finished(let result) = unit.what {
            state.withLock { state in
                state.results[chapter.slug]?[unit.index] = result
                state.version += 1
            }
        }
        progress.happened(unit, in: chapter)
    }

    func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double) {
        state.withLock { state in
            state.results[chapter.slug] = execution.results
            state.version += 1
        }
        progress.finished(chapter, execution, seconds: seconds)
    }
}
