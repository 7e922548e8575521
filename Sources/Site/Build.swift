public import Foundation
public import Literate
import Running

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One build of a course: read it, run its chapters, weave and publish them.
public struct Build: Sendable {
    /// The course's folder.
    public var course: URL
    /// Where the site goes; nil means `site/public` in the course.
    public var output: URL?
    /// The one chapter to build; nil means all.
    public var only: String?
    /// Parameters that take the place of those in `site.yml`.
    public var parameters: [String: String]
    /// The path of this program, which runs cells too.
    public var program: String

    public init(
        course: URL, output: URL? = nil, only: String? = nil, parameters: [String: String] = [:], program: String
    ) {
        self.course = course
        self.output = output
        self.only = only
        self.parameters = parameters
        self.program = program
    }

    /// Builds the site. The published one is replaced only if nothing went wrong.
    public func run(progress: any BuildProgress) async -> BuildReport {
        let start = ContinuousClock.now
        var report = BuildReport(output: (output ?? course.appending(path: "site/public")).path)
        do {
            try await build(into: &report, progress: progress)
        } catch let problems as Problems {
            report.problems += problems.all
        } catch let missing as MissingTool {
            report.problems.append(Problem(file: "weft", message: missing.message, fix: missing.advice))
        } catch {
            report.problems.append(Problem(file: report.output, message: "\(error)"))
        }
        if report.problems.contains(where: { $0.severity == .error }) { report.status = .failed }
        report.seconds = (ContinuousClock.now - start) / .seconds(1)
        return report
    }
}

/// Is told how a build gets on.
public protocol BuildProgress: Sendable {
    /// `done` of the `total` cells and groups of expressions of `chapter` have run.
    func advanced(_ chapter: Chapter, done: Int, total: Int)
    /// Nothing more will happen in `chapter`.
    func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double)
}

extension Build {
    private func build(into report: inout BuildReport, progress: any BuildProgress) async throws {
        let course = try Course(at: course)
        let chapters = try selected(in: course)
        report.problems += course.warnings
        let publication = try Publication(at: URL(fileURLWithPath: report.output), keepsPages: only != nil)
        let executions = try await execute(chapters, of: course, progress: progress)

        for (chapter, execution) in zip(chapters, executions) { report.add(chapter, execution) }
        guard !report.problems.contains(where: { $0.severity == .error }) else { return }

        let pages = zip(chapters, executions).map { Page($0, $1) }
        for (path, contents) in SiteFiles(course, pages: pages, isPresent: publication.contains).all {
            try publication.write(contents, to: path)
            if path.hasSuffix(".html") { report.pages += 1 }
        }
        try publication.publish()
    }

    private func selected(in course: Course) throws(Problems) -> [Chapter] {
        guard let only else { return course.chapters }
        let chapters = course.chapters.filter { $0.slug == only }
        guard chapters.isEmpty else { return chapters }
        let suggestion = Nearest.suggestion(for: only, among: course.chapters.map(\.slug))
        throw Problems([Problem(file: "chapters", message: "there is no chapter '\(only)'" + suggestion)])
    }

    /// Runs the chapters one after the other, each in a process of its own.
    private func execute(
        _ chapters: [Chapter], of course: Course, progress: any BuildProgress
    ) async throws -> [Execution] {
        let parameters = try self.parameters(of: course)
        let scratch = try ScratchFolder(prefix: "weft-", in: FileManager.default.temporaryDirectory).url
        let folder = scratch.appending(path: UUID().uuidString)
        defer {
            try? FileManager.default.removeItem(at: folder)
            // Another build of this process may still need it; then it is not empty, and stays.
            rmdir(scratch.path)
        }
        let runner = ChapterRunner(
            toolchain: try await Toolchain.find(program: program), parameters: parameters, course: course.root)
        var executions: [Execution] = []
        for chapter in chapters {
            let start = ContinuousClock.now
            let execution = try await runner.run(chapter, in: folder.appending(path: chapter.slug)) { done in
                progress.advanced(chapter, done: done, total: chapter.units.count)
            }
            progress.finished(chapter, execution, seconds: (ContinuousClock.now - start) / .seconds(1))
            executions.append(execution)
        }
        return executions
    }

    private func parameters(of course: Course) throws(Problems) -> [String: String] {
        let known = course.configuration.parameters
        for name in parameters.keys.sorted() where known[name] == nil {
            throw Problems([
                Problem(
                    file: Course.configurationPath,
                    message: "unknown parameter '\(name)'"
                        + (known.isEmpty
                            ? ": 'params' sets none" : Nearest.suggestion(for: name, among: Array(known.keys))))
            ])
        }
        return known.merging(parameters) { $1 }
    }
}
