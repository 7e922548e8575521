import Foundation
import Literate
import Site

/// The words that end a build.
struct BuildSummary {
    private let report: BuildReport

    init(_ report: BuildReport) {
        self.report = report
    }

    /// Prints every problem to standard error, then one line on what was done.
    func print(quiet: Bool) {
        for problem in report.problems {
            FileHandle.standardError.write(Data("\(problem)\n".utf8))
        }
        if !quiet { Swift.print(line) }
    }

    /// "Built 8 pages: 1 chapter, 4 cells run, 5 claims held, 6.2 s → site/public".
    private var line: String {
        let claims = "\(count(report.claims.held, "claim")) held"
        let work = "\(count(report.chapters, "chapter")), \(count(report.cells.run, "cell")) run, \(claims)"
        let time = String(format: "%.1f s", report.seconds)
        guard report.status == .failed else {
            return "Built \(count(report.pages, "page")): \(work), \(time) → \(output)"
        }
        let errors = report.problems.count { $0.severity == .error }
        return "Failed with \(count(errors, "problem")): \(work), \(time); the site is as it was before"
    }

    /// The site's folder, from the current one where it is in there.
    private var output: String {
        let current = FileManager.default.currentDirectoryPath + "/"
        return report.output.hasPrefix(current) ? String(report.output.dropFirst(current.count)) : report.output
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
