import Foundation
import Subprocess

/// The programs and modules that cells are compiled with.
public struct Toolchain: Sendable {
    /// The call of the Swift compiler.
    var compile: CellCompileCommand
    /// The call of the linker.
    var link: CellLinkCommand
    /// The program that turns an address into a file, a line and a column.
    var symbolizer: String
    /// The program that loads and runs cells: this one.
    var host: String
    /// The folder of the modules that this program was built from, `Prelude` among them.
    var modules: String
    /// The module maps of the C targets that the modules use.
    var moduleMaps: [String]

    /// Finds the compiler on the search path, and the modules beside `program`.
    /// - Throws: `MissingTool` where something is not there.
    static func find(
        program: String, searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "",
        fingerprints: Fingerprints
    ) async throws -> Toolchain {
        let program = URL(fileURLWithPath: program).resolvingSymlinksInPath()
        let folder = program.deletingLastPathComponent()
        let modules = folder.appending(path: "Modules")
        guard FileManager.default.fileExists(atPath: modules.appending(path: "Prelude.swiftmodule").path) else {
            throw MissingTool(
                name: "Prelude.swiftmodule", place: modules.path,
                advice: "run weft from the folder that it was built in: swift run -c release weft build")
        }
        let swiftc = try tool("swiftc", in: searchPath)
        async let compile = CellCompileCommand.ask(swiftc)
        let clang = try tool("clang", in: searchPath)
        let link = try await CellLinkCommand.ask(clang, runtimeObject: runtimeObject(of: swiftc, fingerprints))
        return Toolchain(
            compile: try await compile, link: link, symbolizer: try tool("llvm-symbolizer", in: searchPath),
            host: program.path, modules: modules.path,
            moduleMaps: ["NeuralKernels", "CellGuards"].map {
                folder.appending(path: "\($0).build/module.modulemap").path
            } + [Bundle.module.bundleURL.appending(path: "system.modulemap").path])
    }

    /// The path of `swiftrt.o` for this machine, by the compiler's own account of where its runtime is.
    private static func runtimeObject(of swiftc: String, _ fingerprints: Fingerprints) async throws -> String {
        let program = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().path
        if let known = fingerprints.known(of: program, as: "swiftrt", { nil }),
            FileManager.default.fileExists(atPath: known)
        {
            return known
        }
        let path = try await runtimeObject(of: swiftc)
        _ = fingerprints.known(of: program, as: "swiftrt") { path }
        return path
    }

    private static func runtimeObject(of swiftc: String) async throws -> String {
        let answer = try await Subprocess.run(
            .at(swiftc), arguments: ["-print-target-info"], output: .bytes(limit: 1 << 20), error: .discarded)
        guard let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(answer.standardOutput)) else {
            throw MissingTool(
                name: "swiftrt.o", place: "the toolchain of \(swiftc)",
                advice: "'swiftc -print-target-info' fails: run it, and check that TMPDIR is a folder")
        }
        let architecture = info.target.triple.prefix { $0 != "-" }
        return "\(info.paths.runtimeResourcePath)/linux/\(architecture)/swiftrt.o"
    }

    private struct TargetInfo: Decodable {
        struct Target: Decodable { var triple: String }
        struct Paths: Decodable { var runtimeResourcePath: String }
        var target: Target
        var paths: Paths
    }

    /// How the compiler at `path`, which is the file `file`, names itself.
    static func version(of path: String, fingerprints: Fingerprints, file: String) async throws -> String {
        if let known = fingerprints.known(of: file, as: "version", { nil }) { return known }
        let answer = try await Subprocess.run(
            .at(path), arguments: ["--version"], output: .string(limit: 1 << 16), error: .discarded)
        return fingerprints.known(of: file, as: "version") { answer.standardOutput } ?? ""
    }

    /// The path of the program `name`.
    static func tool(
        _ name: String, in searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? ""
    ) throws(MissingTool) -> String {
        for folder in searchPath.split(separator: ":") {
            let path = "\(folder)/\(name)"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw MissingTool(
            name: name, place: "PATH", advice: "install Swift 6.3 or later and put its 'usr/bin' folder on PATH")
    }
}

/// Something that cells can't be compiled without is not installed.
public struct MissingTool: Error, CustomStringConvertible {
    var name: String
    var place: String
    /// How to mend it.
    public var advice: String

    /// What is missing.
    public var message: String { "'\(name)' was not found in \(place)" }

    public var description: String { "\(message)\n    \(advice)" }
}
