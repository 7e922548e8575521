import Foundation
import Literate
import Site

/// The words that end a build.
struct BuildSummary {
    private let report: BuildReport

    init(_ report: BuildReport) {
        self.report = report
    }

    /// Prints every problem to standard error, then why cells ran, if that is asked for, and one line on what was done.
    func print(quiet: Bool, explains: Bool) {
        ProblemOutput.print(report.problems)
        if explains { explain() }
        if !quiet { Swift.print(line) }
    }

    private func explain() {
        for reason in report.reasons { Swift.print("\(reason.file):\(reason.line): runs: \(reason.reason)") }
        if report.reasons.isEmpty { Swift.print("No cell runs: nothing that a result depends on has changed.") }
    }

    /// "Built 8 pages: 1 chapter, 4 cells run, 5 claims held, 6.2 s → site/public".
    private var line: String {
        let counts = report.counts
        var cells = "\(Count(counts.cells.run, "cell")) run"
        if counts.cells.cached > 0 { cells += ", \(counts.cells.cached) kept" }
        let work = "\(Count(counts.chapters, "chapter")), \(cells), \(Count(counts.claims.held, "claim")) held"
        let time = String(format: report.seconds < 1 ? "%.2f s" : "%.1f s", report.seconds)
        guard report.status == .failed else {
            let verb = report.isUpToDate ? "Up to date" : "Built"
            return "\(verb) \(Count(counts.pages, "page")): \(work), \(time) → \(output)"
        }
        let errors = report.problems.count { $0.severity == .error }
        let outcome = report.counts.pages > 0 ? "published all the same → \(output)" : "the site is as it was before"
        return "Failed with \(Count(errors, "problem")): \(work), \(time); \(outcome)"
    }

    /// The site's folder, from the current one where it is in there.
    private var output: String {
        let current = FileManager.default.currentDirectoryPath + "/"
        return report.output.hasPrefix(current) ? String(report.output.dropFirst(current.count)) : report.output
    }
}
