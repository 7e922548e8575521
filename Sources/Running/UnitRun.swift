import Foundation
import Literate
import NotebookEvents
import Subprocess

/// One compiled unit on its way through the cell host.
struct UnitRun {
    let unit: Chapter.Unit
    let product: CellCompiler.Product
    let folder: URL
    let path: String

    /// How much of what a unit prints is kept, in bytes.
    static let outputLimit = 1 << 20

    /// Runs the unit in `process`.
    func result(in process: inout CellProcess, symbolizer: Symbolizer) async throws -> UnitResult {
        let name = URL(fileURLWithPath: product.library).deletingPathExtension().lastPathComponent
        let output = folder.appending(path: "\(name).stdout")
        let error = folder.appending(path: "\(name).stderr")
        let events = try await process.run(
            HostCommand(
                library: product.library, entryPoint: product.entryPoint, figurePrefix: figurePrefix,
                standardOutput: output.path, standardError: error.path))
        let standardOutput = Self.text(of: output)
        let standardError = Self.text(of: error)
        var problems = product.warnings
        if var failure = await failure(events, standardError: standardError, symbolizer: symbolizer) {
            failure.fix = Self.lastLines(of: standardOutput)
            problems.append(failure)
        }
        if case .prose(let expressions) = unit {
            problems += Problem.falseClaims(among: expressions, events: events, path: path)
        }
        let failed = events.last?.endsUnit != true || problems.contains { $0.severity == .error }
        return UnitResult(
            status: failed ? .failed : .ran, events: events, standardOutput: standardOutput,
            standardError: standardError, problems: problems)
    }
}

extension UnitRun {
    private var figurePrefix: String {
        switch unit {
        case .cell(let cell): "\(cell.id)--chart"
        case .prose: "prose--chart"
        }
    }

    /// Why the unit did not finish; nil where it did, or where only the end of its process can tell.
    private func failure(_ events: [Event], standardError: String, symbolizer: Symbolizer) async -> Problem? {
        switch events.last {
        case .finished:
            return nil
        case .threw(let description, let place):
            return problem("an error was thrown and not caught: \(description)", at: location(of: place))
        case .crashed(let signal, let place, let frames):
            let trap = await symbolizer.failure(at: frames)
            let reason = Self.fatalError(in: standardError) ?? trap.reason ?? Self.name(ofSignal: signal)
            return problem("the cell crashed: \(reason)", at: trap.location ?? location(of: place))
        case .unloadable(let reason):
            return problem("the compiled cell could not be loaded: \(reason)", at: nil)
        case .output, .value, .claim, nil:
            return nil
        }
    }

    /// The problem of a unit whose process ended before the unit did.
    static func problem(of unit: Chapter.Unit, path: String, ending: TerminationStatus) -> Problem {
        let message =
            switch ending {
            case .exited(let code): "the cell ended the process that runs it, as 'exit(\(code))' does"
            case .signaled(let signal): "the cell crashed: \(name(ofSignal: Int(signal)))"
            }
        return Problem(file: path, location: unit.location, message: message)
    }

    /// What a unit printed last, which may tell how far it came; nil where it printed nothing.
    private static func lastLines(of text: String) -> String? {
        let lines = text.split(separator: "\n").suffix(3)
        return lines.isEmpty ? nil : "it had printed: " + lines.joined(separator: "\n    ")
    }

    /// Where the unit's place of this number stands.
    private func location(of place: Int) -> Location? {
        product.places.indices.contains(place) ? product.places[place] : nil
    }

    private func problem(_ message: String, at location: Location?) -> Problem {
        Problem(file: path, location: location ?? unit.location, message: message)
    }

    /// The reason that the runtime printed, on the last line that looks like it.
    ///
    ///     Cell2/main.swift:12: Fatal error: Index out of range
    private static func fatalError(in text: String) -> String? {
        let reason = #/(Fatal error|Precondition failed|Assertion failed)(?:: (.*))?$/#
        let match = text.split(separator: "\n").reversed().lazy.compactMap { $0.firstMatch(of: reason) }.first
        return match.map { match in match.2.map { String($0) } ?? match.1.lowercased() }
    }

    private static func name(ofSignal signal: Int) -> String {
        switch Int32(signal) {
        case SIGSEGV, SIGBUS: "it used memory that is not its own (endless recursion, or an unsafe pointer)"
        case SIGFPE: "arithmetic error"
        case SIGABRT: "aborted"
        case SIGXFSZ: "it wrote or printed more than 256 MB into one file"
        case SIGKILL: "it was killed, perhaps because there was no memory left"
        default: "signal \(signal)"
        }
    }

    /// The text of `file`: UTF-8, or what can be read of it, and no more than the limit.
    private static func text(of file: URL) -> String {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return "" }
        defer { try? handle.close() }
        let data = (try? handle.read(upToCount: outputLimit + 1)) ?? Data()
        let text = String(decoding: data.prefix(outputLimit), as: UTF8.self)
        return data.count > outputLimit ? text + "\n… (cut: the cell printed more than 1 MB)" : text
    }
}
