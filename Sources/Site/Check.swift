public import Foundation
import Literate
import Running

/// Everything that can be said of a course without running it: the form of its texts, what they refer to, and what the
/// compiler says of its cells.
public struct Check: Sendable {
    /// The course's folder.
    public var course: URL
    /// The path of this program, which cells are compiled for.
    public var program: String
    /// How many compilers run at once.
    public var jobs: Int

    public init(course: URL, program: String, jobs: Int = ProcessInfo.processInfo.activeProcessorCount) {
        self.course = course
        self.program = program
        self.jobs = jobs
    }

    /// Looks at all of the course, and changes nothing of its site.
    public func run() async -> CheckReport {
        let start = ContinuousClock.now
        var report = CheckReport()
        do {
            try await check(into: &report)
        } catch let problems as Problems {
            report.problems += problems.all
        } catch let missing as MissingTool {
            report.problems.append(Problem(file: "weft", message: missing.message, fix: missing.advice))
        } catch {
            report.problems.append(Problem(file: "weft", message: "\(error)"))
        }
        if report.problems.contains(where: { $0.severity == .error }) { report.status = .failed }
        report.seconds = (ContinuousClock.now - start) / .seconds(1)
        return report
    }
}

extension Check {
    private func check(into report: inout CheckReport) async throws {
        let text = try CourseText(at: course)
        report.chapters = text.chapters.count
        report.problems = text.warnings
        do throws(Problems) {
            _ = try Course(text)
        } catch {
            report.problems += error.all
        }
        let store = ResultStore.open(course: text.root)
        defer { store.close(afterAdding: report.cells.compiled > 0) }
        let runner = try await ChapterRunner(program: program, parameters: [:], course: text.root, store: store)
        let tools = try await CellTools.find(program: program, course: text.root, store: store, usesSandbox: false)
        let slots = Slots(jobs)
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
    }
}
