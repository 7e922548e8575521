import Foundation
import Literate
import NotebookEvents
import Subprocess

/// A running cell host, which one chapter's units are sent to one after the other.
struct CellProcess {
    private let input: StandardInputWriter
    private var lines: SubprocessOutputSequence.StringSequence<UTF8>.AsyncIterator

    /// Starts a host, hands it to `body`, and ends it when `body` returns.
    /// - Returns: what `body` returned, and how the host ended.
    static func run<Result: Sendable>(
        _ toolchain: Toolchain, parameters: [String: String], folder: URL,
        body: @Sendable (inout CellProcess) async throws -> Result
    ) async throws -> (Result, TerminationStatus) {
        let arguments = parameters.sorted { $0.key < $1.key }.flatMap { ["-P", "\($0.key):\($0.value)"] }
        let outcome = try await Subprocess.run(
            .at(toolchain.host), arguments: Arguments(["cell-host"] + arguments),
            // Crashes are reported by the host's own handler. Sets and dictionaries keep their order from run to run.
            environment: .inherit.updating([
                "SWIFT_BACKTRACE": "enable=no", "SWIFT_DETERMINISTIC_HASHING": "1",
            ]), workingDirectory: .init(of: folder),
            input: .inputWriter, output: .sequence, error: .discarded
        ) { execution in
            let lines = execution.standardOutput.strings(
                separatedBy: .unicodeScalarSequence(["\n"]), bufferingPolicy: .unbounded)
            var process = CellProcess(input: execution.standardInputWriter, lines: lines.makeAsyncIterator())
            return try await body(&process)
        }
        return (outcome.closureResult, outcome.terminationStatus)
    }

    /// Runs one unit.
    /// - Returns: what it reported. Where that ends in neither `finished` nor a reason why not, the host is gone.
    mutating func run(_ command: HostCommand) async throws -> [Event] {
        _ = try? await input.write(Array(command.line + [UInt8(ascii: "\n")]))
        var events: [Event] = []
        while let line = try await lines.next() {
            guard let event = EventLine.decode(line.utf8) else { continue }
            events.append(event)
            if event.endsUnit { break }
        }
        return events
    }
}

extension Event {
    /// Whether a unit reports nothing after this.
    var endsUnit: Bool {
        switch self {
        case .finished, .threw, .crashed, .unloadable: true
        case .output, .value, .claim: false
        }
    }
}
