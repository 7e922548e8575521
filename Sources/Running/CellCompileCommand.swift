import Subprocess

/// How the compiler is called for a unit.
///
/// `swiftc` is two programs: a driver, and the compiler proper, which the driver calls with many more options. For a
/// unit the driver takes as long as a fifth of the compiling, so it is asked once for what it would call.
struct CellCompileCommand: Sendable {
    private let template: [String]

    /// What stands in the template for what differs from unit to unit.
    private static let (source, object, module) = ("weft-unit.swift", "weft-unit.o", "WeftUnit")

    private static let options = [
        "-O", "-wmo", "-gline-tables-only", "-enable-testing",
        // With `assert` and the messages of `precondition`, as in a notebook one expects.
        "-assert-config", "Debug",
        // Cells are written like scripts: in Swift 6 mode, a function could not use a cell's variables.
        "-swift-version", "5",
        // Regular expressions are written between slashes all the same.
        "-enable-bare-slash-regex",
        // An expression that it can't make out in this many seconds is an error at its own place.
        "-Xfrontend", "-solver-expression-time-threshold=30",
        "-diagnostic-style", "llvm", "-no-color-diagnostics",
        "-module-name", module, "-c", source, "-o", object,
    ]

    /// Asks the driver at `swiftc`.
    static func ask(_ swiftc: String) async throws -> CellCompileCommand {
        let answer = try await Subprocess.run(
            .at(swiftc), arguments: Arguments(["-###"] + options), output: .string(limit: 1 << 20), error: .discarded)
        return CellCompileCommand(answer: answer.standardOutput, swiftc: swiftc)
    }

    /// - Parameter answer: what the driver says that it would call: one command, on one line. Where it is anything else,
    ///   the driver itself is called.
    init(answer: String, swiftc: String) {
        let words = answer.split(whereSeparator: \.isWhitespace).map(String.init)
        let isPlain =
            answer.split(separator: "\n").count == 1 && !answer.contains { "'\"\\".contains($0) }
            && [Self.source, Self.object, Self.module, "-frontend"].allSatisfy(words.contains)
        template = isPlain ? words : [swiftc] + Self.options
    }

    /// The command that compiles `sources`, which become `object` and, at `interface`, what the units after it import.
    func compiling(
        _ sources: [String], into object: String, module: String, interface: String, isOptimized: Bool
    ) -> [String] {
        filled([Self.source: sources, Self.object: [object], Self.module: [module]])
            + ["-emit-module-path", interface] + (isOptimized ? [] : ["-Onone"])
            + (template.contains("-frontend") ? [] : ["-emit-module"])
    }

    /// The command that looks for all that is wrong with `sources`, and makes no more of them than what the units after
    /// them import. That takes a third of the time, and finds the same: what comes after it only turns Swift into code.
    func checking(_ sources: [String], module: String, interface: String) -> [String] {
        filled([Self.source: sources, "-c": ["-emit-module"], Self.object: [interface], Self.module: [module]])
            + ["-Onone"]
    }

    private func filled(_ places: [String: [String]]) -> [String] {
        template.flatMap { places[$0] ?? [$0] }
    }

    /// How an option that only the compiler proper knows is given.
    func own(_ options: [String]) -> [String] {
        template.contains("-frontend") ? options : options.flatMap { ["-Xfrontend", $0] }
    }
}
