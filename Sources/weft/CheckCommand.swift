import ArgumentParser
import Foundation
import Literate
import Site

/// `weft check`: what is wrong with a course, without running it.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find what is wrong with a course without running its cells.",
        discussion: """
            Reads every chapter; has the compiler look for errors in every cell and every expression, without making \
            code of them; looks for what options, links, references, citations, formulas and images name. Every \
            problem is listed. Only of code that mentions what a cell declares that does not compile, and of the \
            cells of a chapter that can't be read, nothing is said until those are mended. Live cells of chapters \
            without an error are compiled for the browser. The site stays as it is. Exit status: 0 if there is no \
            error, 1 if there is, 64 for a mistake on the command line.
            """)

    @OptionGroup var course: CourseOptions

    @Option(help: ArgumentHelp("Run so many compilers at once.", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .customLong("no-live"), help: "Do not compile live cells for the browser.")
    var isStill = false

    @Flag(help: "Print one JSON object instead of the problems and the summary.")
    var json = false

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("'--jobs \(jobs)': at least one compiler has to run at a time") }
    }

    func run() async throws {
        var settings = RunSettings(course: course.folder, program: RunningOptions.program)
        settings.usesSandbox = false
        settings.jobs = jobs
        settings.isLive = !isStill
        let report = await Check(settings).run()
        if json {
            FileHandle.standardOutput.write(report.json + Data("\n".utf8))
        } else {
            ProblemOutput.print(report.problems)
            print(Self.summary(of: report))
        }
        if report.status == .failed { throw ExitCode.failure }
    }

    /// "Checked 10 chapters: 236 cells compile, 230 of them since an earlier build, 2.1 s".
    private static func summary(of report: CheckReport) -> String {
        let errors = report.problems.count { $0.severity == .error }
        let cells = report.cells
        var compiled = "\(Count(cells.compiled + cells.cached, "cell")) compiled"
        if cells.cached > 0 { compiled += ", \(cells.cached) of them by an earlier build or check" }
        let time = String(format: report.seconds < 1 ? "%.2f s" : "%.1f s", report.seconds)
        let start = errors == 0 ? "Checked" : "Found \(Count(errors, "error")) in"
        return "\(start) \(Count(report.chapters, "chapter")): \(compiled), \(time)"
    }
}
