public import NotebookRuntime

import CellGuards
import NotebookEvents
import Prelude

import protocol Foundation.LocalizedError

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The process that loads compiled cells and runs them in order, each in the state that those before it left.
///
/// It reads one `HostCommand` a line from its standard input and writes one `Event` a line to its standard output,
/// both moved out of the cells' reach first. What cells themselves print goes to the files that the command names.
///
/// Before each unit the process forks. The child runs the unit and, if what it did is kept, goes on as the host; the
/// parent watches it (`Supervisor`) and stays behind as the state before that unit:
///
///     state 0 ── state 1 ── state 2 ── running unit 3
///
/// A command for an earlier state is handed back until it reaches the process that is that state. Where what the unit
/// does is to be kept, the states after it end: so an edited cell runs in exactly the state that the cells before it
/// left, and a crash costs one cell.
public struct CellHost {
    private let input: LineReader
    private let events: EventWriter
    private let mailbox: Mailbox
    /// How many kept units this process's state has behind it.
    private var position = 0
    /// The process that watches this one; nil for the first.
    private var watcher: Watcher?

    /// How large a file a cell may write, in bytes: one that prints without end must not fill the disk.
    private static let fileLimit: UInt64 = 256 << 20

    /// Takes over this process: from now on, standard input, output and error are the cells'.
    public init(parameters: Parameters) throws(SystemError) {
        let descriptors = try StandardStreams.takeOver()
        let events = EventWriter(descriptor: descriptors.output)
        self.input = LineReader(descriptor: descriptors.input)
        self.events = events
        let mailbox = try Mailbox()
        self.mailbox = mailbox
        Prelude.params = parameters
        Notebook.current = Notebook(
            place: mailbox.place, report: { event in events.write(event) }, entered: { _ in nil })
        EpochReports(events).begin()
        cell_guards_limit_files(Self.fileLimit)
        cell_guards_install(descriptors.output, Notebook.current.place) { error in reportThrown(error) }
        cell_guards_adopt_orphans()
        Self.prepare()
    }

    /// Does once what the first report of each child would do again: Swift's runtime looks for what a type can do among
    /// all that this large program has.
    private static func prepare() {
        let claim = ClaimOutcome(held: true, operands: [.init(source: "", value: "")])
        let events: [Event] = [
            .value(index: 0, text: ""), .claim(index: 0, claim), .read(files: [""]),
            .output(.text(""), printed: .nothing),
            .output(.table(Table(columns: [""], rows: [[""]])), printed: .nothing),
        ]
        for event in events { _ = EventLine.encode(event) }
        for value in ["", 0, 0.0, true] as [Any] { _ = String(describing: value) }
    }

    /// Runs the units that it is told to, until its input ends.
    public mutating func run() throws(SystemError) {
        while let line = mailbox.take() ?? input.next() {
            guard let command = HostCommand(line: line) else { continue }
            events.token = command.token
            if command.position < position && command.isKept {
                mailbox.put(line)
                _exit(0)
            }
            try perform(command, line: line)
        }
        ProcessTree.endChildren()
        // Not `exit`, which would run what cells left to be run at the end.
        _exit(0)
    }
}

extension CellHost {
    /// Runs a unit here, or has it run by the process that is the state it is meant for.
    private mutating func perform(_ command: HostCommand, line: [UInt8]) throws(SystemError) {
        if command.position == position {
            try start(command, line: line)
        } else if command.position < position, let watcher {
            watcher.forward(line)
        } else {
            events.write(.ended(.lost, position: position, place: -1))
        }
    }

    /// Runs a unit in a child that this process watches; or in this process, where it has threads that no child would
    /// have.
    private mutating func start(_ command: HostCommand, line: [UInt8]) throws(SystemError) {
        if let watcher, ProcessTree.threadCount > 1 {
            watcher.started(line)
            try run(command, isIsolated: command.isKept)
            if command.isKept { position += 1 }
            return
        }
        let (reports, watch) = try Watcher.pipe()
        StandardStreams.flush()
        let child = cell_guards_fork()
        guard child >= 0 else { throw SystemError(operation: "start a process", code: errno) }
        guard child == 0 else {
            watch.close()
            var supervisor = Supervisor(
                child: child, position: position, place: mailbox.place, input: input, reports: reports, events: events)
            try supervisor.watch(command) { (line) throws(SystemError) in
                if let command = HostCommand(line: line) { try perform(command, line: line) }
            }
            return
        }
        reports.close()
        watcher?.close()
        watcher = watch
        cell_guards_adopt_orphans()
        try run(command, isIsolated: true)
        if !command.isKept { _exit(0) }
        position += 1
    }

    private func run(_ command: HostCommand, isIsolated: Bool) throws(SystemError) {
        cell_guards_keep_back_descriptors(false)
        try StandardStreams.redirect(as: command)
        Notebook.current.begin()
        events.begin()
        cell_guards_begin(command.token, UInt64(max(0, command.memoryLimit)))
        files_read_watch()
        let start = ContinuousClock.now
        do throws(UnloadableCell) {
            let library = try CellLibrary(path: command.library, entryPoint: command.entryPoint)
            cell_guards_keep_back_descriptors(true)
            library.run()
            StandardStreams.flush()
            if !streams_end() {
                events.write(.unprinted)
                _exit(1)
            }
        } catch {
            events.write(.unloadable(reason: error.reason))
            _exit(1)
        }
        cell_guards_keep_back_descriptors(false)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        events.write(.read(files: (0..<files_read_count()).map { String(cString: files_read_path($0)) }))
        watcher?.finished(seconds: seconds, isIsolated: isIsolated)
    }
}

/// Reports the error that left a cell and ends the process: the rest of a cell that threw can't run, and what would
/// follow depends on it.
private func reportThrown(_ error: UnsafeMutableRawPointer?) -> Never {
    let error = unsafeBitCast(error, to: (any Error).self)
    let describesItself = (error as Any) is any CustomStringConvertible
    let localized = describesItself ? nil : (error as? any LocalizedError)?.errorDescription
    // An error may hold, and describe, any amount of data.
    Notebook.current.threw(shortened(localized ?? String(describing: error), to: 10_000))
    _exit(1)
}
