import Foundation
import Literate
import NotebookEvents

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
        let standardError = Self.text(of: error)
        var problems = product.warnings
        if let failure = await failure(events, standardError: standardError, symbolizer: symbolizer) {
            problems.append(failure)
        }
        if case .prose(let expressions) = unit {
            problems += Problem.falseClaims(among: expressions, events: events, path: path)
        }
        let failed = problems.contains { $0.severity == .error }
        return UnitResult(
            status: failed ? .failed : .ran, events: events, standardOutput: Self.text(of: output),
            standardError: standardError, problems: problems)
    }
}

extension UnitRun {
    private var figurePrefix: String {
        switch unit {
        case .cell(let cell): cell.id
        case .prose: "inline"
        }
    }

    /// Why the unit did not finish; nil where it did.
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
            return problem("the cell ended the process that runs it, as 'exit()' does", at: nil)
        }
    }

    /// Where the unit's place of this number stands.
    private func location(of place: Int) -> Location? {
        product.places.indices.contains(place) ? product.places[place] : nil
    }

    private func problem(_ message: String, at location: Location?) -> Problem {
        Problem(file: path, location: location ?? unit.location, message: message)
    }

    /// The reason that the runtime printed: what follows "Fatal error: " on its last such line.
    private static func fatalError(in text: String) -> String? {
        text.split(separator: "\n").last { $0.contains("Fatal error") }
            .flatMap { $0.firstMatch(of: #/Fatal error(?:: )?(.*)/#) }
            .map { $0.1.isEmpty ? "fatal error" : String($0.1) }
    }

    private static func name(ofSignal signal: Int) -> String {
        switch Int32(signal) {
        case SIGSEGV, SIGBUS: "it used memory that is not its own (endless recursion, or an unsafe pointer)"
        case SIGFPE: "arithmetic error"
        case SIGABRT: "aborted"
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
