public import Foundation
import Literate
import Running

/// A new run of a course, beside what its site shows.
///
/// Nothing of earlier builds is used for the run, and nothing of it is kept. The site has to be the one that this text
/// and the results kept for it make, byte by byte: then what those results say is what readers see.
public struct Verification: Sendable {
    /// The course's folder.
    public var course: URL
    /// The site's folder; nil means `site/public` in the course.
    public var output: URL?
    /// The one chapter to verify; nil means all.
    public var only: String?
    /// Parameters that take the place of those in `site.yml`.
    public var parameters: [String: String]
    /// The path of this program, which runs cells too.
    public var program: String
    /// Whether cells run within walls, if this machine has any.
    public var usesSandbox = true
    /// How many chapters run at once.
    public var jobs = ProcessInfo.processInfo.activeProcessorCount

    public init(
        course: URL, output: URL? = nil, only: String? = nil, parameters: [String: String] = [:], program: String
    ) {
        self.course = course
        self.output = output
        self.only = only
        self.parameters = parameters
        self.program = program
    }

    public func run(progress: any BuildProgress) async -> VerificationReport {
        let start = ContinuousClock.now
        var report = VerificationReport(output: (output ?? course.appending(path: "site/public")).path)
        do {
            try await verify(into: &report, progress: progress)
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

extension Verification {
    private func verify(into report: inout VerificationReport, progress: any BuildProgress) async throws {
        let course = try Course(at: course)
        let chapters = try course.chapters(only: only)
        report.chapters = chapters.count
        let parameters = try course.parameters(changedBy: parameters)
        let kept = try await ChapterRunner(
            program: program, parameters: parameters, course: course.root,
            store: ResultStore(folder: course.root.appending(path: ".weft")))
        let recorded = try Self.recorded(chapters, by: kept)
        let provenance = Provenance(program: kept.identity, compiler: kept.compiler, parameters: parameters)
        let site = SiteComparison(
            folder: URL(fileURLWithPath: report.output), course: course, isWhole: only == nil, provenance: provenance)
        try site.check(zip(chapters, recorded).map { Page($0, $1, in: course.surroundings.pages) })

        let name = "weft-verify-\(UUID().uuidString)"
        let store = ResultStore(
            folder: FileManager.default.temporaryDirectory.appending(path: name), isTemporary: true)
        defer { store.close(afterAdding: false) }
        let runner = try await ChapterRunner(
            program: program, parameters: parameters, course: course.root, store: store, usesKept: false)
        let tools = try await CellTools.find(
            program: program, course: course.root, store: store, usesSandbox: usesSandbox)
        report.problems += tools.warnings
        let builds = try await ChapterBuild.run(
            chapters.map(runner.plan), jobs: jobs, with: runner, tools, keeping: nil, progress: progress)
        for (build, recorded) in zip(builds, recorded) {
            report.add(
                ExecutionComparison(build.chapter, recorded: recorded, now: build.execution ?? Execution(results: [])),
                of: build.chapter)
        }
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
