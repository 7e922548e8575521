import ArgumentParser
import Foundation
import Site

/// How cells run.
struct RunningOptions: ParsableArguments {
    @OptionGroup var parameters: ParameterOptions

    @Option(help: ArgumentHelp("Run so many chapters at once.", valueName: "number"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(name: .customLong("no-sandbox"), help: "Let cells write files and use the network.")
    var isOpen = false

    @Flag(name: .customLong("no-live"), help: "Do not compile live cells for the browser: their figures stand still.")
    var isStill = false

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("'--jobs \(jobs)': at least one chapter has to run at a time") }
    }

    /// The settings that these options ask for.
    func settings(of course: CourseOptions, output: URL? = nil, only: String? = nil) -> RunSettings {
        var settings = RunSettings(course: course.folder, program: Self.program)
        settings.output = output
        settings.only = only
        settings.parameters = parameters.values
        settings.usesSandbox = !isOpen
        settings.isLive = !isStill
        settings.jobs = jobs
        return settings
    }

    /// The path of this program.
    static var program: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }
}
