import ArgumentParser
import Foundation
import Serving
import Site

/// `weft serve`: a course in a browser, up to date while it is edited.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show a course in the browser, and build what changes while it is edited.",
        discussion: """
            The site in site/public stays as it is. After an edit of a cell, only that cell and those after it run, \
            from the state that the cells before it left. Only this machine can see the preview. Ends with Ctrl-C.
            """)

    @OptionGroup var course: CourseOptions

    @Option(help: ArgumentHelp("Listen on this port; 0 means any that is free.", valueName: "number"))
    var port: UInt16 = 4321

    @Flag(help: "Open the course in the browser.")
    var open = false

    @OptionGroup var running: RunningOptions

    func run() async throws {
        let build = Build(running.settings(of: course))
        let opens = open
        do {
            let preview = Preview(build, port: port)
            try await Interruption.cancelling {
                try await preview.run { address in
                    say("Serving \(address) (Ctrl-C ends it)")
                    if opens { Self.open(address) }
                } built: { report in
                    BuildSummary(report).print(quiet: false, explains: false)
                    fflush(nil)
                }
            }
        } catch let error as PortInUse {
            FileHandle.standardError.write(Data("weft: error: \(error)\n".utf8))
            throw ExitCode.failure
        }
    }

    private static func open(_ address: URL) {
        #if os(macOS)
            let program = "/usr/bin/open"
        #else
            let program = "/usr/bin/xdg-open"
        #endif
        _ = try? Process.run(URL(fileURLWithPath: program), arguments: [address.absoluteString])
    }
}

/// Prints a line at once, also where the output is not a terminal.
private func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
