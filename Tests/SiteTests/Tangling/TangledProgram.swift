import Foundation
import TestSupport

/// The program of a chapter's package, compiled with the library that this build made, without a build of its own.
struct TangledProgram {
    private let package: URL

    /// What a program left when it had run.
    struct Result: Equatable {
        var status: Int32
        var output: String
        var error: String
    }

    /// - Parameter package: the package's folder, in which programs run.
    init(package: URL) {
        self.package = package
    }

    /// What the compiler says of the program; empty where it has nothing to say against it.
    func errors() throws -> String {
        let result = try Self.run("swiftc", ["-typecheck"] + Self.options + [source.path], in: package)
        return result.status == 0 ? "" : result.error
    }

    /// Compiles the program and runs it.
    func run() throws -> Result {
        let program = package.appending(path: "program").path
        let compiled = try Self.run(
            "swiftc", ["-O"] + Self.options + [source.path, "-o", program, "-lz", "-lcrypto", "-lm"] + Self.objects,
            in: package)
        guard compiled.status == 0 else { return compiled }
        return try Self.run(program, [], in: package)
    }

    private var source: URL {
        let sources = package.appending(path: "Sources")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
        return sources.appending(path: names.first ?? "").appending(path: "main.swift")
    }

    private static var products: URL { URL(fileURLWithPath: BuiltProducts.weft).deletingLastPathComponent() }

    private static var options: [String] {
        [
            "-swift-version", "5", "-suppress-warnings", "-module-name", "Program",
            "-I", products.appending(path: "Modules").path,
            "-Xcc", "-fmodule-map-file=\(products.appending(path: "NeuralKernels.build/module.modulemap").path)",
        ] + ["CZlib", "CCrypto"].flatMap { ["-Xcc", "-fmodule-map-file=\(root.path)/Sources/\($0)/module.modulemap"] }
    }

    /// The objects of all that cells use, as `weft` itself was linked with them.
    private static var objects: [String] {
        let list = try? String(
            contentsOf: products.appending(path: "weft.product/Objects.LinkFileList"), encoding: .utf8)
        let modules = [
            "NeuralKernels", "NeuralNetworks", "LinearModels", "Hashing", "Datasets", "SVGCharts", "NotebookEvents",
            "NotebookRuntime", "Prelude",
        ]
        return (list ?? "").split(separator: "\n").map { $0.trimmingCharacters(in: ["'", "\""]) }.filter { path in
            modules.contains { path.contains("/\($0).build/") }
        }
    }

    /// This repository, which is a course, too.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Runs a program, which is looked for on the search path.
    static func run(_ name: String, _ arguments: [String], in folder: URL) throws -> Result {
        let outputs = folder.appending(path: ".printed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: outputs) }
        let files = try ["output", "error"].map { name in
            let file = outputs.appending(path: name)
            try Data().write(to: file)
            return try FileHandle(forWritingTo: file)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.currentDirectoryURL = folder
        (process.standardOutput, process.standardError) = (files[0], files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try ["output", "error"].map { name in
            String(decoding: try Data(contentsOf: outputs.appending(path: name)), as: UTF8.self)
        }
        return Result(status: process.terminationStatus, output: texts[0], error: texts[1])
    }
}
