public import Foundation
import Hashing
import Literate
import Running

/// One build of a course: read it, run what has changed, weave and publish.
public struct Build: Sendable {
    public var settings: RunSettings
    /// Whether results of earlier builds are used.
    public var usesKept = true
    /// Whether the site is published even with errors, which it then shows.
    public var keepsGoing = false
    /// Cell hosts that outlive this build; nil where none do.
    public var sessions: CellSessions?
    /// Is told whenever the site was published with what is known so far, while cells run; nil where that is not done.
    public var publishedMeanwhile: (@Sendable () -> Void)?
    /// How chapters are read.
    public var reading = ChapterReading()
    /// Pages that earlier builds of this process have woven.
    private let pageMemory = PageMemory()

    public init(_ settings: RunSettings) {
        self.settings = settings
    }

    /// A build of a whole course in the usual way.
    public init(course: URL, program: String) {
        self.init(RunSettings(course: course, program: program))
    }

    /// Builds the site. The published one is replaced only if nothing went wrong.
    public func run(progress: any BuildProgress) async -> BuildReport {
        var report = BuildReport(output: settings.site.path)
        await report.record(blaming: report.output) { report in try await build(into: &report, progress: progress) }
        return report
    }
}

extension Build {
    private func build(into report: inout BuildReport, progress: any BuildProgress) async throws {
        let output = URL(fileURLWithPath: report.output)
        try Course.check(settings.course)
        let store = ResultStore.open(course: settings.course)
        var isGrown = false
        defer { store.close(afterAdding: isGrown) }
        // Told before anything is read: what changes while the build runs is for the next one.
        let origin = try await origin(in: store)
        if usesKept, settings.only == nil,
            let site = PublishedSite.intact(in: output, from: origin, course: settings.course, store)
        {
            report.counts = site.counts
            report.isUpToDate = true
            return
        }

        let text = try CourseText(at: settings.course, reading: reading)
        guard let course = try course(of: text, into: &report) else {
            isGrown = true
            return try await tryOut(text, in: store, into: &report, progress: progress)
        }
        let chapters = try course.chapters(only: settings.only)
        report.problems += course.warnings

        let parameters = try course.parameters(changedBy: settings.parameters)
        let runner = try await ChapterRunner(
            program: settings.program, parameters: parameters, course: course.root, store: store, usesKept: usesKept)
        let provenance = Provenance(
            program: runner.identity, compiler: runner.compiler, parameters: parameters)
        // What pages are made from besides chapters.
        let surroundings = sha256(of: [
            provenance.digest, course.theme.digest, course.surroundings.digest, "\(settings.isLive)",
            runner.digest(ofFilesIn: ["site", "chapters"]) { !$0.hasPrefix("site/public/") && !$0.hasSuffix(".md") },
        ])
        let plans = chapters.map(runner.plan)
        report.reasons = plans.flatMap(ReasonToRun.all)
        let key = settings.only == nil ? siteKey(surroundings, plans, runner) : nil
        if let key, let site = PublishedSite.intact(in: output, store), site.key == key {
            report.counts = site.counts
            report.isUpToDate = true
            return
        }

        // Where nothing can be published, nothing has to run.
        var publication = try Publication(at: output, keepsPages: settings.only != nil)
        isGrown = true
        await sessions?.keep(only: chapters.map(\.slug))
        let pages = PageStore(
            store,
            weaver: sha256(of: [
                runner.identity, provenance.digest, course.theme.digest, course.surroundings.digest,
                "\(settings.isLive)",
            ]),
            memory: pageMemory)
        // Whoever edits a chapter does not download it meanwhile.
        let packages =
            publishedMeanwhile == nil
            ? ChapterPackages(of: chapters, in: course, program: settings.program, runner: runner).archives : [:]
        let makers = Makers(
            course: course, pages: pages, runner: runner, provenance: provenance, packages: packages)
        // The one compiles while the other runs.
        async let liveScripts = LiveScripts.compiled(
            of: settings.isLive ? chapters : [], jobs: settings.jobs, program: settings.program, runner: runner,
            usesKept: usesKept)
        let builds: [ChapterBuild]
        if let tell = publishedMeanwhile, plans.contains(where: { $0.lastDue != nil }) {
            let soFar = ResultsSoFar(of: plans, runner, telling: progress)
            let publishing = Task { await publish(soFar, of: plans, by: makers, at: output, telling: tell) }
            let result = await Result.of {
                try await execute(plans, with: runner, into: &report, progress: soFar)
            }
            publishing.cancel()
            await publishing.value
            builds = try result.get()
            publication = try Publication(at: output, keepsPages: false)
        } else {
            builds = try await execute(plans, with: runner, into: &report, progress: progress)
        }
        let live = await liveScripts
        try Task.checkCancellation()
        report.problems += live.problems
        let woven = builds.map { build in page(of: build, by: makers, into: &report) }
        guard !report.hasErrors || keepsGoing else { return }
        report.counts.pages = try write(woven, live.scripts, by: makers, to: publication)
        // What was made from results of this run is known by their digests now.
        let isWhole = !report.hasErrors && settings.only == nil
        let finished = chapters.map(runner.planOfKept)
        let published = isWhole ? siteKey(surroundings, finished, runner) : nil
        // Warnings are told by every build, and a site that is known by its origin alone tells none.
        if published != nil, report.problems.isEmpty {
            publication.files.origin = origin.adding(finished, files: course.surroundings.formulas.files, runner)
        }
        try publication.publish(PublishedSite(key: published, counts: report.counts.ofNextBuild))
        publication.files.write(to: store, of: output)
    }

    /// The course of this text; nil where something is wrong with it, which the report then tells. Where a chapter can't be
    /// read that could be before, as happens to those who look on while they write, the one from before takes its place.
    /// - Throws: what is wrong, for those who look on: they are told at once.
    private func course(of text: CourseText, into report: inout BuildReport) throws(Problems) -> Course? {
        do throws(Problems) {
            let course = try Course(text)
            reading.remember(course.chapters)
            return course
        } catch {
            let reading = keepsGoing ? reading.standingIn(for: error.all) : nil
            let course = reading.flatMap { try? Course(at: settings.course, reading: $0) }
            if course == nil && publishedMeanwhile != nil { throw error }
            report.problems += error.all
            report.unread = course == nil ? [] : error.all
            return course
        }
    }

    /// Runs what can be run of a course that makes no site, because something is wrong with its text: whoever mends that
    /// also wants to know what else there is.
    private func tryOut(
        _ text: CourseText, in store: ResultStore, into report: inout BuildReport, progress: any BuildProgress
    ) async throws {
        let chapters = text.chapters.filter { settings.only == nil || $0.slug == settings.only }
        report.problems += text.warnings
        let runner = try await ChapterRunner(
            program: settings.program, parameters: try text.configuration.parameters(changedBy: settings.parameters),
            course: text.root, store: store, usesKept: usesKept)
        let plans = chapters.map(runner.plan)
        report.reasons = plans.flatMap(ReasonToRun.all)
        async let liveScripts = LiveScripts.compiled(
            of: settings.isLive ? chapters : [], jobs: settings.jobs, program: settings.program, runner: runner,
            usesKept: usesKept)
        let builds = try await execute(plans, with: runner, into: &report, progress: progress)
        report.problems += await liveScripts.problems
        try Task.checkCancellation()
        for build in builds { _ = execution(of: build, by: runner, into: &report) }
    }

    /// What a site that is built now would be made from.
    private func origin(in store: ResultStore) async throws -> Origin {
        try await Origin.current(
            program: settings.program, course: settings.course, store: store,
            request: ["\(settings.isLive)", Theme.standardDigest]
                + settings.parameters.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    private func execute(
        _ plans: [ChapterPlan], with runner: ChapterRunner, into report: inout BuildReport,
        progress: any BuildProgress
    ) async throws -> [ChapterBuild] {
        guard plans.contains(where: { $0.lastDue != nil }) else { return plans.map { ChapterBuild(plan: $0) } }
        @Sendable func find() async throws -> CellTools { try await settings.tools(runner.store) }
        let tools = if let sessions { try await sessions.tools(find) } else { try await find() }
        report.problems += tools.warnings
        return try await ChapterBuild.run(
            plans, jobs: settings.jobs, with: runner, tools, keeping: sessions, progress: progress)
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
