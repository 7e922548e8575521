public import NotebookRuntime

import CellGuards
import NotebookEvents
import Prelude

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The process that loads compiled cells and runs them in order, each in the state that those before it left.
///
/// It reads one `HostCommand` a line from its standard input and writes one `Event` a line to its standard output,
/// both moved out of the cells' reach first. What cells themselves print goes to the files that the command names.
public struct CellHost {
    private let input: LineReader
    private let events: EventWriter

    /// How large a file a cell may write, in bytes: one that prints without end must not fill the disk.
    private static let fileLimit: UInt64 = 256 << 20

    /// Takes over this process: from now on, standard input, output and error are the cells'.
    public init(parameters: Parameters) throws(SystemError) {
        let descriptors = try StandardStreams.takeOver()
        let events = EventWriter(descriptor: descriptors.output)
        self.input = LineReader(descriptor: descriptors.input)
        self.events = events
        Prelude.params = parameters
        Notebook.current = Notebook { event in events.write(event) }
        cell_guards_follow(descriptors.input)
        cell_guards_limit_files(Self.fileLimit)
        cell_guards_install(descriptors.output, Notebook.current.place) { error in reportThrown(error) }
    }

    /// Runs the units that it is told to, until its input ends.
    public func run() throws(SystemError) {
        while let line = input.next() {
            guard let command = HostCommand(line: line) else { continue }
            try run(command)
        }
    }
}

extension CellHost {
    private func run(_ command: HostCommand) throws(SystemError) {
        try StandardStreams.redirect(output: command.standardOutput, error: command.standardError)
        Notebook.current.begin(figurePrefix: command.figurePrefix)
        let start = ContinuousClock.now
        do throws(UnloadableCell) {
            try CellLibrary(path: command.library, entryPoint: command.entryPoint).run()
            StandardStreams.flush()
            events.write(.finished(seconds: (ContinuousClock.now - start) / .seconds(1)))
        } catch {
            events.write(.unloadable(reason: error.reason))
        }
    }
}

/// Reports the error that left a cell and ends the process: the rest of a cell that threw can't run, and what would
/// follow depends on it.
private func reportThrown(_ error: UnsafeMutableRawPointer?) -> Never {
    let error = unsafeBitCast(error, to: (any Error).self)
    Notebook.current.threw(String(describing: error))
    // Not `exit`, which would run what the cell left to be run at the end.
    _exit(1)
}
