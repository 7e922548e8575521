import ArgumentParser
import Foundation
import Site

/// `weft build`: from a course to its site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Run a course's cells, check its claims and write its site.",
        discussion: """
            Only what has changed since the last build is run. The site is replaced in one step, and only if every \
            cell ran, every claim is true and every page was written. Exit status: 0 if so, 1 if not, 64 for a \
            mistake on the command line.
            """)

    @OptionGroup var course: CourseOptions

    @Option(
        help: ArgumentHelp("Write the site to this folder. (default: site/public in the course)", valueName: "folder"),
        completion: .directory, transform: { URL(fileURLWithPath: $0) })
    var output: URL?

    @Option(help: ArgumentHelp("Build one chapter and leave the other pages as they are.", valueName: "slug"))
    var only: String?

    @OptionGroup var running: RunningOptions

    @Flag(help: "Run every cell, whatever earlier builds have left.")
    var noCache = false

    @Flag(help: "Publish the site even if something fails, with the errors shown where they happened.")
    var keepGoing = false

    @Flag(help: "Say of each cell that runs why.")
    var explain = false

    @Flag(help: "Print one JSON object instead of the progress and summary.")
    var json = false

    @Flag(help: "Print problems only.")
    var quiet = false

    func run() async throws {
        let build = self.build
        let progress: any BuildProgress = json || quiet ? SilentProgress() : ConsoleProgress()
        let report = try await Interruption.cancelling { await build.run(progress: progress) }
        if json {
            FileHandle.standardOutput.write(report.json + Data("\n".utf8))
        } else {
            BuildSummary(report).print(quiet: quiet, explains: explain)
        }
        if report.status == .failed { throw ExitCode.failure }
    }

    private var build: Build {
        var build = Build(running.settings(of: course, output: output, only: only))
        build.usesKept = !noCache
        build.keepsGoing = keepGoing
        return build
    }
}
