public import Foundation
import Hashing
import Literate
import Running

/// One build of a course: read it, run what has changed, weave and publish.
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
    /// Whether results of earlier builds are used.
    public var usesKept = true
    /// Whether cells run within walls, if this machine has any.
    public var usesSandbox = true
    /// Whether the site is published even with errors, which it then shows.
    public var keepsGoing = false
    /// Cell hosts that outlive this build; nil where none do.
    public var sessions: CellSessions?
    /// Whether cells that say so are compiled for the reader's browser too.
    public var isLive = true
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
        if report.hasErrors { report.status = .failed }
        report.seconds = (ContinuousClock.now - start) / .seconds(1)
        return report
    }
}

extension Build {
    private func build(into report: inout BuildReport, progress: any BuildProgress) async throws {
        let course = try Course(at: course)
        let chapters = try selected(in: course)
        report.problems += course.warnings
        let output = URL(fileURLWithPath: report.output)
        let store = ResultStore.open(course: course.root)
        var isGrown = false
        defer { store.close(afterAdding: isGrown) }

        let parameters = try course.parameters(changedBy: parameters)
        let runner = try await ChapterRunner(
            program: program, parameters: parameters, course: course.root, store: store, usesKept: usesKept)
        let provenance = Provenance(
            program: runner.identity, compiler: runner.compiler, parameters: parameters)
        // What pages are made from besides chapters.
        let surroundings = sha256(of: [
            provenance.digest, course.theme.digest, course.surroundings.digest, "\(isLive)",
            runner.digest(ofFilesIn: ["site", "chapters"]) { !$0.hasPrefix("site/public/") && !$0.hasSuffix(".md") },
        ])
        let plans = chapters.map(runner.plan)
        report.reasons = plans.flatMap(ReasonToRun.all)
        let key = only == nil ? siteKey(surroundings, plans, runner) : nil
        if let key, let site = PublishedSite.intact(in: output, store), site.key == key {
            report.counts = site.counts
            report.isUpToDate = true
            return
        }

        let publication = try Publication(at: output, keepsPages: only != nil)
        isGrown = true
        await sessions?.keep(only: chapters.map(\.slug))
        // The one compiles while the other runs.
        async let liveScripts = LiveScripts.compiled(
            of: isLive ? chapters : [], program: program, runner: runner, usesKept: usesKept)
        let builds = try await execute(plans, with: runner, into: &report, progress: progress)
        let live = await liveScripts
        try Task.checkCancellation()
        report.problems += live.problems
        let pages = PageStore(
            store,
            weaver: sha256(of: [
                runner.identity, provenance.digest, course.theme.digest, course.surroundings.digest, "\(isLive)",
            ]))
        let woven = builds.map { build in page(of: build, in: course, from: pages, runner, into: &report) }
        guard !report.hasErrors || keepsGoing else { return }

        let files = SiteFiles(
            course, pages: woven, provenance: provenance, live: live.scripts, isPresent: publication.contains)
        for (path, contents) in files.all {
            try publication.write(contents, to: path)
            if path.hasSuffix(".html") { report.counts.pages += 1 }
        }
        for (path, contents) in course.surroundings.images.files { try publication.write(contents, to: path) }
        // What was made from results of this run is known by their digests now.
        let isWhole = !report.hasErrors && only == nil
        let published = isWhole ? siteKey(surroundings, chapters.map(runner.plan), runner) : nil
        try publication.publish(PublishedSite(key: published, counts: report.counts.ofNextBuild))
        publication.files.write(to: store, of: output)
    }

    private func selected(in course: Course) throws(Problems) -> [Chapter] {
        guard let only else { return course.chapters }
        let chapters = course.chapters.filter { $0.slug == only }
        guard chapters.isEmpty else { return chapters }
        let suggestion = Nearest.suggestion(for: only, among: course.chapters.map(\.slug))
        throw Problems([Problem(file: "chapters", message: "there is no chapter '\(only)'" + suggestion)])
    }

    private func execute(
        _ plans: [ChapterPlan], with runner: ChapterRunner, into report: inout BuildReport,
        progress: any BuildProgress
    ) async throws -> [ChapterBuild] {
        guard plans.contains(where: { $0.lastDue != nil }) else { return plans.map { ChapterBuild(plan: $0) } }
        let tools = try await CellTools.find(
            program: program, course: course, store: runner.store, usesSandbox: usesSandbox)
        report.problems += tools.warnings
        return try await ChapterBuild.run(
            plans, jobs: jobs, with: runner, tools, keeping: sessions, progress: progress)
    }

    /// The page of a chapter, and what is to be reported of it.
    private func page(
        of build: ChapterBuild, in course: Course, from pages: PageStore, _ runner: ChapterRunner,
        into report: inout BuildReport
    ) -> Page {
        if let page = pages.page(of: build) {
            report.counts.add(page)
            return page
        }
        let execution = build.execution ?? runner.execution(of: build.plan) ?? Execution(results: [])
        report.counts.add(build.plan, execution)
        let problems =
            execution.problems + execution.missingAlternatives(in: build.chapter)
            + execution.controlProblems(in: build.chapter)
        report.problems += problems.map { $0.showing(build.chapter.source) }
        var context = course.surroundings.pages
        context.isLive = isLive
        let page = Page(build.chapter, execution, in: context)
        if !problems.contains(where: { $0.severity == .error }) {
            pages.save(page, of: runner.plan(build.chapter))
        }
        return page
    }

    /// What the site is made from, `surroundings` being what there is beside the chapters; nil while something is due.
    private func siteKey(_ surroundings: String, _ plans: [ChapterPlan], _ runner: ChapterRunner) -> String? {
        let digests = plans.map(\.digests)
        guard !digests.contains(nil) else { return nil }
        let texts = plans.flatMap { [$0.chapter.slug, $0.chapter.source.text] }
        return sha256(of: [runner.identity, surroundings] + texts + digests.flatMap { $0 ?? [] })
    }
}

extension ReasonToRun {
    /// Why the units of a chapter that are due have to run.
    static func all(of plan: ChapterPlan) -> [ReasonToRun] {
        zip(plan.chapter.units, plan.steps).compactMap { unit, step in
            step.reason.map {
                ReasonToRun(file: plan.chapter.source.path, line: unit.location.line, reason: $0)
            }
        }
    }
}
