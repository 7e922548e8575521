import Foundation
import Literate
import Subprocess

/// Compiles the units of one chapter into shared libraries, in one folder.
struct CellCompiler: Sendable {
    let toolchain: Toolchain
    /// Where modules and libraries go.
    let folder: URL
    let chapter: Chapter

    /// A unit that is ready to be loaded, with the compiler's warnings.
    struct Product: Sendable {
        var library: String
        var entryPoint: String
        /// Where in the chapter the unit's numbered places stand.
        var places: [Location]
        var warnings: [Problem]
    }

    /// Compiles `source`, which `unit` became.
    /// - Throws: the compiler's errors, at the chapter's lines.
    func compile(_ source: UnitSource, of unit: Chapter.Unit) async throws -> Product {
        let name = source.moduleName
        let sources = folder.appending(path: name)
        // Top-level code is allowed in a file of this name only.
        let file = sources.appending(path: "main.swift")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try source.text.write(to: file, atomically: false, encoding: .utf8)

        let object = folder.appending(path: "\(name).o").path
        let library = folder.appending(path: "\(name).so").path
        let output = try await run(toolchain.swiftc, compilerArguments(source, file: file.path, object: object))
        let diagnostics = CompilerDiagnostics(output.text, of: unit, in: chapter)
        guard output.succeeded else { throw Problems(diagnostics.errors) }

        let link = try await run(toolchain.clang, linkArguments(object: object, library: library))
        guard link.succeeded else { throw Problems(CompilerDiagnostics(link.text, of: unit, in: chapter).errors) }
        return Product(
            library: library, entryPoint: source.entryPoint, places: source.places, warnings: diagnostics.warnings)
    }
}

extension CellCompiler {
    private func compilerArguments(_ source: UnitSource, file: String, object: String) -> [String] {
        [
            // Optimized, but with `assert` and with the messages of `precondition`, as in a notebook one expects.
            "-O", "-assert-config", "Debug", "-wmo", "-gline-tables-only", "-enable-testing",
            // Cells are written like scripts: in Swift 6 mode, a function could not use a cell's variables.
            "-swift-version", "5",
            "-module-name", source.moduleName, "-emit-module",
            "-emit-module-path", folder.appending(path: "\(source.moduleName).swiftmodule").path,
            "-Xfrontend", "-entry-point-function-name", "-Xfrontend", source.entryPoint,
            "-diagnostic-style", "llvm", "-no-color-diagnostics",
            "-I", folder.path, "-I", toolchain.modules,
        ]
            + toolchain.moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
            + ["-c", file, "-o", object]
    }

    private func linkArguments(object: String, library: String) -> [String] {
        #if os(macOS)
            ["-dynamiclib", "-undefined", "dynamic_lookup", object, "-o", library]
        #else
            // The runtime's object registers the library's types and conformances with the process.
            ["-shared", "-fuse-ld=lld", toolchain.runtimeObject, object, "-o", library]
        #endif
    }

    private func run(_ program: String, _ arguments: [String]) async throws -> (succeeded: Bool, text: String) {
        let result = try await Subprocess.run(
            .at(program), arguments: Arguments(arguments),
            environment: .inherit.updating(["TMPDIR": folder.path]), output: .discarded,
            error: .string(limit: 4 << 20))
        return (result.terminationStatus.isSuccess, result.standardError)
    }
}
