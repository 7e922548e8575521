import Foundation
import Literate
import Running

/// A new run of a course, beside what its site shows.
///
/// Nothing of earlier builds is used for the run, and nothing of it is kept. The site has to be the one that this text
/// and the results kept for it make, byte by byte: then what those results say is what readers see.
public struct Verification: Sendable {
    private let settings: RunSettings

    public init(_ settings: RunSettings) {
        self.settings = settings
    }

    public func run(progress: any BuildProgress) async -> VerificationReport {
        var report = VerificationReport(output: settings.site.path)
        await report.record { report in try await verify(into: &report, progress: progress) }
        return report
    }
}

extension Verification {
    private func verify(into report: inout VerificationReport, progress: any BuildProgress) async throws {
        let course = try Course(at: settings.course)
        let chapters = try course.chapters(only: settings.only)
        report.chapters = chapters.count
        let parameters = try course.parameters(changedBy: settings.parameters)
        let kept = try await ChapterRunner(
            program: settings.program, parameters: parameters, course: course.root,
            store: ResultStore(folder: course.root.appending(path: ".weft")))
        let recorded = try Self.recorded(chapters, by: kept)
        try await checkSite(of: course, chapters, recorded, by: kept)

        let name = "weft-verify-\(UUID().uuidString)"
        let store = ResultStore(
            folder: FileManager.default.temporaryDirectory.appending(path: name), isTemporary: true)
        defer { store.close(afterAdding: false) }
        let runner = try await ChapterRunner(
            program: settings.program, parameters: parameters, course: course.root, store: store, usesKept: false)
        let tools = try await settings.tools(store)
        report.problems += tools.warnings
        let builds = try await ChapterBuild.run(
            chapters.map(runner.plan), jobs: settings.jobs, with: runner, tools, keeping: nil, progress: progress)
        for (build, recorded) in zip(builds, recorded) {
            report.add(
                ExecutionComparison(build.chapter, recorded: recorded, now: build.execution ?? Execution(results: [])),
                of: build.chapter)
        }
    }

    /// - Throws: a problem for each file of the site that is not what the course's text and its results make.
    private func checkSite(
        of course: Course, _ chapters: [Chapter], _ recorded: [Execution], by runner: ChapterRunner
    ) async throws {
        let provenance = Provenance(
            program: runner.identity, compiler: runner.compiler, parameters: runner.parameters)
        let live = await LiveScripts.compiled(
            of: settings.isLive ? chapters : [], jobs: settings.jobs, program: settings.program, runner: runner,
            usesKept: true)
        guard live.problems.isEmpty else { throw Problems(live.problems) }
        let site = SiteComparison(
            folder: URL(fileURLWithPath: settings.site.path), course: course, isWhole: settings.only == nil,
            provenance: provenance)
        let packages = ChapterPackages(of: chapters, in: course, program: settings.program, runner: runner)
        try site.check(
            zip(chapters, recorded).map { chapter, execution in
                course.page(of: runner.plan(chapter), execution, by: runner, isLive: settings.isLive)
            }, live: live.scripts, packages: packages.archives)
    }

    /// What the last build recorded of each chapter.
    /// - Throws: a problem for each chapter that is not as it was then.
    private static func recorded(_ chapters: [Chapter], by runner: ChapterRunner) throws(Problems) -> [Execution] {
        var executions: [Execution] = []
        var problems: [Problem] = []
        for chapter in chapters {
            let plan = runner.plan(chapter)
            if let reason = ReasonToRun.all(of: plan).first {
                problems.append(
                    Problem(
                        file: reason.file, location: Location(line: reason.line, column: 1),
                        message: "the site does not show this as it is: \(reason.reason)",
                        fix: "'weft build' makes a site of it, which 'weft verify' can then run again"))
            } else {
                executions.append(runner.execution(of: plan) ?? Execution(results: []))
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return executions
    }
}
