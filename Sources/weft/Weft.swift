import ArgumentParser

/// The command line.
@main
struct Weft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weft",
        abstract: "Turns Markdown chapters with runnable Swift cells into a course site.",
        version: "0.1.0",
        subcommands: [BuildCommand.self, CellHostCommand.self])
}
