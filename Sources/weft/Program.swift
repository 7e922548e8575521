import ArgumentParser
import Dispatch

/// Where the program begins.
///
/// The cell host runs before anything is queued: what an `async` main queues itself starts threads that none of the
/// processes have that the host makes of itself, and in those a cell's own tasks and queues would wait for ever.
@main
enum Program {
    static func main() {
        guard CommandLine.arguments.dropFirst().first == CellHostCommand.configuration.commandName else {
            Task {
                await Weft.main()
                Weft.exit()
            }
            dispatchMain()
        }
        CellHostCommand.main(Array(CommandLine.arguments.dropFirst(2)))
    }
}
