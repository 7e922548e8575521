import Foundation
import Literate
import Running

// From what is known of a course to the files of its site.
extension Build {
    /// What pages are made by.
    struct Makers: Sendable {
        var course: Course
        var pages: PageStore
        var runner: ChapterRunner
        var provenance: Provenance
        /// What readers can download, by the names of chapters.
        var packages: [String: Data]
    }

    /// Publishes what is known while cells run, now and then, until the task is cancelled. Whoever looks on sees a page
    /// that changes in place at first: most edits are through before this is needed.
    func publish(
        _ soFar: ResultsSoFar, of plans: [ChapterPlan], by makers: Makers, at output: URL,
        telling tell: @Sendable () -> Void
    ) async {
        var published = -1
        while (try? await Task.sleep(for: .milliseconds(published < 0 ? 700 : 1000))) != nil {
            let version = soFar.version
            guard version != published else { continue }
            published = version
            var unreported = BuildReport(output: "")
            let pages = soFar.builds(of: plans).map { page(of: $0, by: makers, into: &unreported) }
            // What can't be published now will not be at the end either, and that is told.
            guard let publication = try? Publication(at: output, keepsPages: false),
                (try? write(pages, LiveScripts.published(at: output), by: makers, to: publication)) != nil,
                (try? publication.publish(PublishedSite(key: nil, counts: BuildCounts()))) != nil
            else { continue }
            tell()
        }
    }

    /// Writes the files of the site.
    /// - Parameter live: the scripts of live cells, by the names of their chapters.
    /// - Returns: how many pages it has.
    func write(
        _ pages: [WovenPage], _ live: [String: Data], by makers: Makers, to publication: Publication
    ) throws -> Int {
        let files = SiteFiles(
            makers.course, pages: pages, provenance: makers.provenance, live: live, packages: makers.packages,
            isPresent: publication.contains)
        var count = 0
        for (path, contents) in files.all {
            try publication.write(contents, to: path)
            if path.hasSuffix(".html") { count += 1 }
        }
        for (path, contents) in makers.course.surroundings.files {
            try publication.write(contents, to: path)
        }
        return count
    }

    /// The page of a chapter, and what is to be reported of it.
    func page(of build: ChapterBuild, by makers: Makers, into report: inout BuildReport) -> WovenPage {
        let (course, pages, runner) = (makers.course, makers.pages, makers.runner)
        if let page = pages.page(of: build) {
            report.counts.add(page.page)
            return page
        }
        let (execution, problems) = execution(of: build, by: runner, into: &report)
        let page = WovenPage(course.page(of: build.plan, execution, by: runner, isLive: settings.isLive))
        let isWhole = !execution.results.contains { $0.status == .pending }
        if isWhole, !problems.contains(where: { $0.severity == .error }) {
            pages.save(page, of: runner.planOfKept(build.chapter))
        }
        return page
    }

    /// What came of a chapter, and what is wrong with that, which is reported, too.
    func execution(
        of build: ChapterBuild, by runner: ChapterRunner, into report: inout BuildReport
    ) -> (Execution, [Problem]) {
        let execution = build.execution ?? runner.execution(of: build.plan) ?? Execution(results: [])
        report.counts.add(build.plan, execution)
        let problems =
            execution.problems + execution.missingAlternatives(in: build.chapter)
            + execution.unanswerable(in: build.chapter) + execution.controlProblems(in: build.chapter)
        report.problems += problems.map { $0.showing(build.chapter.source) }
        return (execution, problems)
    }
}

extension Course {
    /// The page of a chapter with these results.
    func page(of plan: ChapterPlan, _ execution: Execution, by runner: ChapterRunner, isLive: Bool) -> Page {
        var context = surroundings.pages
        context.isLive = isLive
        var page = Page(plan.chapter, execution, in: context)
        page.data = runner.inputFiles(of: plan)
        return page
    }
}
