import Foundation
import Literate
import NotebookEvents
import Subprocess

/// A running cell host and the state that it is in, for one chapter.
///
/// The host can go back to the state before any of the cells that it has run. So a session outlives a build: when a cell
/// was edited, only that cell and those after it are run.
public actor CellSession {
    /// The keys of the cells whose effects the host's state has, in order.
    private(set) var state: [UnitKey] = []

    /// Where what cells print goes.
    nonisolated let folder: URL
    private let token = UUID().uuidString
    private let requests: AsyncStream<Request>.Continuation
    private let process: Task<Void, Never>
    private var isRunning = false
    /// Whether the host has ended, so that nothing can run in this session any more.
    public private(set) var isGone = false

    private struct Request: Sendable {
        var command: HostCommand
        var receive: @Sendable (Event) -> Void
        var answer: CheckedContinuation<Event, any Error>
    }

    /// How much later than at a unit's time limit a host is ended that does not end the unit itself, in seconds. A cell may
    /// have stopped the process that watches it.
    private static let patience = 10.0

    /// Starts a host.
    /// - Parameter folder: the folder that takes what cells print. It exists, and is the session's own.
    init(_ toolchain: Toolchain, parameters: [String: String], sandbox: Sandbox, course: URL, folder: URL) {
        self.folder = folder
        let (stream, continuation) = AsyncStream<Request>.makeStream()
        requests = continuation
        let host =
            [toolchain.host, "cell-host"] + parameters.sorted { $0.key < $1.key }.flatMap { ["-P", "\($0):\($1)"] }
        let command = sandbox.command(host, writing: folder)
        let prefix = token
        let started = Announcement<StandardInputWriter>()
        process = Task {
            try? await Self.serve(stream, command: command, in: course, prefix: prefix, started: started)
            // Whoever still asks gets an answer.
            for await request in stream { request.answer.resume(throwing: HostGone()) }
        }
        self.started = started
    }

    private let started: Announcement<StandardInputWriter>

    /// Runs one unit in the state that the cells of `state` leave.
    /// - Parameter receive: is given each event as it comes.
    /// - Returns: how the unit came to its end.
    /// - Throws: `HostGone` where the host came to its end with it.
    func run(
        _ unit: CompiledUnit, after state: [UnitKey], keptAs key: UnitKey?, printingTo files: PrintedFiles,
        limits: CellLimits, receive: @escaping @Sendable (Event) -> Void
    ) async throws -> Event {
        let command = HostCommand(
            position: state.count, isKept: key != nil, library: unit.library, entryPoint: unit.entryPoint,
            standardOutput: files.output.path, standardError: files.messages.path, turns: files.turns.path,
            timeLimit: limits.seconds, memoryLimit: limits.bytes, token: token)
        isRunning = true
        defer { isRunning = false }
        if key != nil { self.state = state }
        let watchdog = Task { [process] in
            try await Task.sleep(for: .seconds(limits.seconds + Self.patience))
            process.cancel()
        }
        defer { watchdog.cancel() }
        let end = try await end(of: command, receive: receive)
        switch end {
        case .finished: if let key { self.state = state + [key] }
        // What ran on a copy of its state takes no later state with it.
        case .ended(_, let position, _) where key != nil || position < state.count:
            self.state = Array(state.prefix(position))
        default: break
        }
        return end
    }

    private func end(of command: HostCommand, receive: @escaping @Sendable (Event) -> Void) async throws -> Event {
        do {
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { answer in
                    let request = Request(command: command, receive: receive, answer: answer)
                    if case .terminated = requests.yield(request) { answer.resume(throwing: HostGone()) }
                }
            } onCancel: {
                Task { await stop() }
            }
        } catch {
            isGone = true
            state = []
            throw error
        }
    }

    /// Stops the unit that is running; the state before it stays.
    public func stop() async {
        guard isRunning else { return }
        _ = try? await started.value.write(HostCommand.stop + [UInt8(ascii: "\n")])
    }

    /// Ends the host, and all that it runs.
    public func close() async {
        requests.finish()
        if isRunning { process.cancel() }
        await process.value
        try? FileManager.default.removeItem(at: folder)
    }
}

/// The cell host ended, and not because it was to.
struct HostGone: Error, CustomStringConvertible {
    var description: String { "the process that runs cells came to its end with this cell" }
}

extension CellSession {
    /// Whoever cancels a session wants its processes gone at once.
    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.teardownSequence = []
        return options
    }

    /// Runs the host, and hands requests to it until there are no more or it is gone.
    private static func serve(
        _ requests: AsyncStream<Request>, command: [String], in course: URL, prefix: String,
        started: Announcement<StandardInputWriter>
    ) async throws {
        _ = try await Subprocess.run(
            .at(command[0]), arguments: Arguments(Array(command.dropFirst())),
            // Crashes are reported by the host's own handler. Sets and dictionaries keep their order from run to run.
            environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no", "SWIFT_DETERMINISTIC_HASHING": "1"]),
            workingDirectory: .init(of: course), platformOptions: options,
            input: .inputWriter, output: .sequence, error: .discarded
        ) { execution in
            let input = execution.standardInputWriter
            await started.make(input)
            var lines = OutputLines(of: execution.standardOutput)
            for await request in requests {
                do {
                    _ = try await input.write(request.command.line + [UInt8(ascii: "\n")])
                    request.answer.resume(returning: try await answer(to: request, from: &lines, prefix: prefix))
                } catch {
                    request.answer.resume(throwing: HostGone())
                    return
                }
            }
        }
    }

    /// Reads what a unit reports, up to its end.
    private static func answer(
        to request: Request, from lines: inout OutputLines, prefix: String
    ) async throws -> Event {
        while let line = try await lines.next() {
            guard line.starts(with: prefix.utf8), let event = EventLine.decode(line.dropFirst(prefix.utf8.count)) else {
                continue
            }
            if event.endsUnit { return event }
            request.receive(event)
        }
        throw HostGone()
    }
}

extension Event {
    /// Whether a unit reports nothing after this.
    var endsUnit: Bool {
        switch self {
        case .finished, .ended: true
        default: false
        }
    }
}
