import ArgumentParser
import Foundation
import Site

/// `weft build`: from a course to its site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Run a course's cells, check its claims and write its site.",
        discussion: """
            The site is replaced in one step, and only if every cell ran, every claim is true and every page was \
            written. Exit status: 0 if so, 1 if not, 64 for a mistake on the command line.
            """)

    @Argument(
        help: "The folder that holds 'chapters' and 'site/site.yml'.", completion: .directory,
        transform: { URL(fileURLWithPath: $0) })
    var course = URL(fileURLWithPath: ".")

    @Option(
        help: ArgumentHelp("Write the site to this folder. (default: site/public in the course)", valueName: "folder"),
        completion: .directory, transform: { URL(fileURLWithPath: $0) })
    var output: URL?

    @Option(help: ArgumentHelp("Build one chapter and leave the other pages as they are.", valueName: "slug"))
    var only: String?

    @OptionGroup var parameters: ParameterOptions

    @Flag(help: "Print one JSON object instead of the progress and summary.")
    var json = false

    @Flag(help: "Print problems only.")
    var quiet = false

    func run() async throws {
        let report = await Build(
            course: course, output: output, only: only, parameters: parameters.values,
            program: Bundle.main.executablePath ?? CommandLine.arguments[0]
        ).run(progress: json || quiet ? SilentProgress() : ConsoleProgress.forStandardOutput())
        if json {
            FileHandle.standardOutput.write(report.json + Data("\n".utf8))
        } else {
            BuildSummary(report).print(quiet: quiet)
        }
        if report.status == .failed { throw ExitCode.failure }
    }
}
