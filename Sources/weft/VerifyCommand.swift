import ArgumentParser
import Foundation
import Site

/// `weft verify`: whether a site shows what its course gives when it is run again.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Run a course anew and compare what comes of it with what its site shows.",
        discussion: """
            Uses nothing that earlier builds have left to run from, and changes neither the site nor what is kept. \
            Compares every inline value, what claims compared, every line that cells printed or showed, every cell of \
            a table and of a figure's data. Numbers with a point or an exponent are the same within a millionth of \
            their size (networks compute in single precision, whose last digits another processor may round \
            otherwise), everything else exactly. Cells with the option 'volatile: true', and what mentions what they \
            declare, are left out, and listed. The site has to be the one that 'weft build' made of this text. Exit \
            status: 0 if nothing differs, 1 if something does or the site is another, 64 for a mistake on the command \
            line.
            """)

    @OptionGroup var course: CourseOptions

    @Option(
        help: ArgumentHelp("The site's folder. (default: site/public in the course)", valueName: "folder"),
        completion: .directory, transform: { URL(fileURLWithPath: $0) })
    var output: URL?

    @Option(help: ArgumentHelp("Verify one chapter.", valueName: "slug"))
    var only: String?

    @OptionGroup var running: RunningOptions

    @Flag(help: "Print one JSON object instead of the progress and summary.")
    var json = false

    func run() async throws {
        let verification = Verification(running.settings(of: course, output: output, only: only))
        let report = await verification.run(progress: json ? SilentProgress() : ConsoleProgress())
        if json {
            FileHandle.standardOutput.write(report.json + Data("\n".utf8))
        } else {
            ProblemOutput.print(report.problems)
            for cell in report.volatile { print("\(cell.file):\(cell.line): not compared: volatile") }
            print(Self.summary(of: report))
        }
        if report.status == .failed { throw ExitCode.failure }
    }

    /// "Verified 10 chapters: 2190 values are what the site shows, 3 left out, 64.1 s".
    private static func summary(of report: VerificationReport) -> String {
        let time = String(format: "%.1f s", report.seconds)
        let (values, chapters) = (report.values, Count(report.chapters, "chapter"))
        let skipped = values.skipped > 0 ? ", \(values.skipped) left out" : ""
        guard report.status == .failed else {
            return "Verified \(chapters): \(Count(values.compared, "value")) compared\(skipped), none differs, \(time)"
        }
        let outcome =
            values.compared == 0
            ? "nothing was compared"
            : "\(Count(values.compared, "value")) compared\(skipped), \(values.differing) differ"
        return "Failed to verify \(chapters): \(outcome), \(time)"
    }
}
