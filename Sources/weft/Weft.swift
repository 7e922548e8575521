import ArgumentParser
import Site

/// The command line.
struct Weft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weft",
        abstract: "Turns Markdown chapters with runnable Swift cells into a course site.",
        version: Provenance.weftVersion,
        subcommands: [
            InitCommand.self, NewCommand.self, BuildCommand.self, ServeCommand.self, CheckCommand.self,
            VerifyCommand.self,
            TangleCommand.self, CleanCommand.self, CellHostCommand.self,
        ])
}
