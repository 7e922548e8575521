import ArgumentParser
import CellHost
import NotebookRuntime

/// `weft cell-host`: the process that cells run in, which `weft build` starts for itself.
struct CellHostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cell-host", abstract: "Runs compiled cells.", shouldDisplay: false)

    @OptionGroup var parameters: ParameterOptions

    func run() throws {
        var host = try CellHost(parameters: Parameters(parameters.values))
        try host.run()
    }
}
