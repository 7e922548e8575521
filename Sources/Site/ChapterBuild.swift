import Literate
import Running

/// What is known of one chapter in a build: its plan and, once they were needed, its results.
struct ChapterBuild: Sendable {
    let plan: ChapterPlan
    /// What came of the units; nil where nothing had to run and nobody had to look.
    var execution: Execution?

    var chapter: Chapter { plan.chapter }

    /// Runs what is due in `plans`, some of them at a time, each in a process of its own.
    static func run(
        _ plans: [ChapterPlan], jobs: Int, with runner: ChapterRunner, _ tools: CellTools,
        keeping sessions: CellSessions?, progress: any BuildProgress
    ) async throws -> [ChapterBuild] {
        try await withThrowingTaskGroup(of: (Int, ChapterBuild).self) { group in
            var builds = plans.map { ChapterBuild(plan: $0) }
            // Those with most to do first, so that no long one is left alone at the end.
            var waiting = plans.indices.sorted { plans[$0].dueCount > plans[$1].dueCount }[...]
            func startNext() {
                guard let index = waiting.popFirst() else { return }
                group.addTask {
                    (index, try await run(plans[index], with: runner, tools, keeping: sessions, progress: progress))
                }
            }
            for _ in 0..<max(1, jobs) { startNext() }
            for try await (index, build) in group {
                builds[index] = build
                startNext()
            }
            return builds
        }
    }

    private static func run(
        _ plan: ChapterPlan, with runner: ChapterRunner, _ tools: CellTools, keeping sessions: CellSessions?,
        progress: any BuildProgress
    ) async throws -> ChapterBuild {
        guard plan.lastDue != nil else { return ChapterBuild(plan: plan) }
        let slug = plan.chapter.slug
        let start = ContinuousClock.now
        progress.began(plan)
        let session =
            try await sessions?.session(of: slug, parameters: runner.parameters) { try runner.session(tools) }
            ?? runner.session(tools)
        do {
            let execution = try await runner.run(plan, in: session, tools) { progress.happened($0, in: plan.chapter) }
            if sessions == nil { await session.close() }
            progress.finished(plan.chapter, execution, seconds: (ContinuousClock.now - start) / .seconds(1))
            return ChapterBuild(plan: plan, execution: execution)
        } catch {
            await session.close()
            await sessions?.close(slug)
            throw error
        }
    }
}
