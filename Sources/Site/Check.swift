import Foundation
import Literate
import Running

/// Everything that can be said of a course without running it: the form of its texts, what they refer to, and what the
/// compiler says of its cells.
public struct Check: Sendable {
    private let settings: RunSettings

    public init(_ settings: RunSettings) {
        self.settings = settings
    }

    /// Looks at all of the course, and changes nothing of its site.
    public func run() async -> CheckReport {
        var report = CheckReport()
        await report.record { report in try await check(into: &report) }
        return report
    }
}

extension Check {
    private func check(into report: inout CheckReport) async throws {
        let text = try CourseText(at: settings.course)
        report.chapters = text.chapters.count
        report.problems = text.warnings
        do throws(Problems) {
            _ = try Course(text)
        } catch {
            report.problems += error.all
        }
        let store = ResultStore.open(course: text.root)
        defer { store.close(afterAdding: report.cells.compiled > 0) }
        let runner = try await ChapterRunner(
            program: settings.program, parameters: text.configuration.parameters, course: text.root, store: store)
        let tools = try await settings.tools(store)
        let slots = Slots(settings.jobs)
        let checks = await withTaskGroup(of: (Int, ChapterCheck).self) { group in
            for (index, chapter) in text.chapters.enumerated() {
                group.addTask { (index, await runner.check(chapter, tools, in: slots)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for (index, chapter) in text.chapters.enumerated() {
            guard let check = checks[index] else { continue }
            report.add(check, of: chapter)
        }
        guard settings.isLive else { return }
        // What does not compile here would not compile for the browser either.
        let sound = text.chapters.indices.filter { checks[$0]?.failed == 0 }.map { text.chapters[$0] }
        report.problems += await LiveScripts.compiled(
            of: sound, jobs: settings.jobs, program: settings.program, runner: runner, usesKept: true
        ).problems
    }
}
