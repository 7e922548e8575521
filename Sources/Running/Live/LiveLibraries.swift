import Foundation
import Hashing
import Literate
import Subprocess

/// The libraries that cells can use, compiled for the browser: objects to link and modules to import.
struct LiveLibraries: Sendable {
    /// The folder that they are in.
    let folder: URL
    /// What tells them from others.
    let key: String

    /// What is compiled, each after those that it imports.
    private static let modules: [[String]] = [
        ["NeuralNetworks", "LinearModels", "SVGCharts", "NotebookEvents"], ["NotebookRuntime"], ["Prelude"],
    ]

    /// How they are compiled: a reader waits for them to load. What is merged shares less with the rest, and packs worse.
    private static let small = ["-Xllvm", "-inline-threshold=0", "-Xllvm", "-swiftmergefunc-threshold=0"]

    /// The file that each module is compiled with beside its own.
    var textCalls: String { folder.appending(path: Self.textCalls).path }
    private static let textCalls = "TextCalls.swift"

    /// The objects that a module of this arithmetic is linked with, before those of its cells.
    func objects(_ arithmetic: LiveArithmetic) -> [String] {
        let texts = "\(LiveTexts.moduleName).o"
        let others = [folder, folder.appending(path: arithmetic.rawValue)].flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.filter { $0.hasSuffix(".o") && $0 != texts }.sorted().map { folder.appending(path: $0).path }
        }
        return [folder.appending(path: texts).path] + others
    }

    /// The libraries, which are compiled where that has not been done yet.
    /// - Parameter store: keeps them where the folder of the program can't be written.
    static func find(_ tools: LiveTools, compiler: String, store: ResultStore) async throws -> LiveLibraries {
        let sources = Sources(tools)
        let key = sha256(
            of: [compiler, LiveTexts.source, TextCalls.definitions, TextCalls.source(calling: nil)]
                + sources.facts(store.fingerprints)
                + (tools.archives + [#filePath, tools.marker]).map { store.fingerprints.digest(of: $0) ?? "" })
        let folders = [tools.libraries, store.folder.appending(path: "live-libraries")]
        for folder in folders.map({ $0.appending(path: key) }) where isWhole(folder) {
            return LiveLibraries(folder: folder, key: key)
        }
        let parent = folders.first(where: isWritable) ?? folders[1]
        let work = parent.appending(path: ".\(key)-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        try await LibraryCompiler(tools: tools, sources: sources, folder: work).compile()
        let folder = parent.appending(path: key)
        // Whoever is first puts them there.
        if !isWhole(folder) { try? FileManager.default.removeItem(at: folder) }
        try? FileManager.default.moveItem(at: work, to: folder)
        guard isWhole(folder) else { throw UnwritableStore(folder: parent.path) }
        removeOthers(than: key, in: parent)
        return LiveLibraries(folder: folder, key: key)
    }

    /// How Swift is compiled for the browser, be it a library's or a cell's.
    static let arguments =
        [
            "-target", LiveTools.target, "-enable-experimental-feature", "Embedded", "-enable-experimental-feature",
            "Extern", "-wmo", "-Osize", "-Xfrontend", "-disable-stack-protector", "-Xfrontend", "-function-sections",
            "-diagnostic-style", "llvm", "-no-color-diagnostics",
            // Otherwise each module holds a digest in which the paths of its files are, and no build gives what another gave.
            "-Xfrontend", "-disable-incremental-llvm-codegen",
        ] + LiveTexts.arguments
}

extension LiveLibraries {
    /// The file that is written last.
    fileprivate static let mark = "whole"

    private static func isWhole(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: mark).path)
    }

    private static func isWritable(_ folder: URL) -> Bool {
        (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil
            && FileManager.default.isWritableFile(atPath: folder.path)
    }

    /// Earlier versions of the libraries serve nobody: the program beside them is another now.
    private static func removeOthers(than key: String, in folder: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where !name.hasPrefix(".") && name != key {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    /// The files that the libraries are compiled from.
    fileprivate struct Sources: Sendable {
        let folder: URL
        /// The Swift files of each module.
        let modules: [String: [URL]]
        let kernels: [URL]

        init(_ tools: LiveTools) {
            folder = tools.sources
            var modules: [String: [URL]] = [:]
            for name in LiveLibraries.modules.flatMap(\.self) {
                modules[name] = Self.files(in: tools.sources.appending(path: name), ending: ".swift")
            }
            self.modules = modules
            kernels = Self.files(in: tools.sources.appending(path: "NeuralKernels"), ending: "")
        }

        func facts(_ fingerprints: Fingerprints) -> [String] {
            (modules.sorted { $0.key < $1.key }.flatMap(\.value) + kernels).flatMap { file in
                [String(file.path.dropFirst(folder.path.count)), fingerprints.digest(of: file.path) ?? ""]
            }
        }

        private static func files(in folder: URL, ending: String) -> [URL] {
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
            return paths.filter { $0.hasSuffix(ending) && $0.contains(".") }.sorted().map { folder.appending(path: $0) }
        }
    }

    /// Compiles the libraries into a folder.
    fileprivate struct LibraryCompiler: Sendable {
        let tools: LiveTools
        let sources: Sources
        let folder: URL

        func compile() async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await compileKernels() }
                try writeModuleMap()
                try await compileTexts()
                for level in LiveLibraries.modules {
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for module in level { group.addTask { try await compile(module) } }
                        try await group.waitForAll()
                    }
                }
                try await group.waitForAll()
            }
            try Data().write(to: folder.appending(path: LiveLibraries.mark))
        }

        private func writeModuleMap() throws {
            let header = sources.folder.appending(path: "NeuralKernels/include/NeuralKernels.h").path
            // Of the C library, cells see the mathematics.
            let maths = "\(tools.headers)/math.h"
            let map = """
                module NeuralKernels { header "\(header)" export * }
                module Glibc [system] { header "\(maths)" export * }

                """
            try Data(map.utf8)
                .write(to: folder.appending(path: "module.modulemap"))
        }

        private func compileKernels() async throws {
            for arithmetic in LiveArithmetic.allCases {
                let objects = folder.appending(path: arithmetic.rawValue)
                try FileManager.default.createDirectory(at: objects, withIntermediateDirectories: true)
                for file in sources.kernels where file.pathExtension == "c" {
                    let object = objects.appending(path: "\(file.deletingPathExtension().lastPathComponent).o")
                    try await run(
                        tools.clang,
                        arithmetic.flags + [
                            "--target=wasm32-unknown-wasi", "-msimd128", "-mbulk-memory", "-O2", "-ffunction-sections",
                            "-isystem", tools.headers,
                            "-I", sources.folder.appending(path: "NeuralKernels/include").path,
                            "-c", file.path, "-o", object.path,
                        ])
                }
            }
        }

        private func compileTexts() async throws {
            let file = folder.appending(path: "\(LiveTexts.moduleName).swift")
            let object = folder.appending(path: "\(LiveTexts.moduleName).o")
            try Data((LiveTexts.source + "\n" + TextCalls.definitions).utf8).write(to: file)
            try await run(
                tools.swiftc,
                LiveLibraries.arguments + LiveLibraries.small + [
                    "-parse-as-library", "-module-name", LiveTexts.moduleName, "-suppress-warnings", "-c", file.path,
                    "-o", object.path,
                ])
            let calls = TextCalls.source(calling: try Data(contentsOf: object))
            try Data(calls.utf8).write(to: folder.appending(path: LiveLibraries.textCalls))
        }

        private func compile(_ module: String) async throws {
            let files = sources.modules[module] ?? []
            let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
            let others = try sources.modules.filter { $0.key != module }.flatMap(\.value)
                .map { try String(contentsOf: $0, encoding: .utf8) }
            let work = folder.appending(path: "sources-\(module)")
            try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: work) }
            var paths = [folder.appending(path: LiveLibraries.textCalls).path]
            for (file, text) in zip(files, LibraryInterface.marked(texts, importing: others)) {
                let path = work.appending(path: file.lastPathComponent)
                try Data(text.utf8).write(to: path)
                paths.append(path.path)
            }
            try await run(
                tools.swiftc,
                LiveLibraries.arguments + LiveLibraries.small + [
                    "-parse-as-library", "-swift-version", "6", "-enable-upcoming-feature", "ExistentialAny",
                    "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature",
                    "MemberImportVisibility", "-package-name", "weft", "-module-name", module,
                    "-I", folder.path, "-Xcc", "-isystem", "-Xcc", tools.headers, "-suppress-warnings",
                    "-emit-module", "-emit-module-path", folder.appending(path: "\(module).swiftmodule").path,
                    "-c", "-o", folder.appending(path: "\(module).o").path,
                ] + paths)
        }

        private func run(_ program: String, _ arguments: [String]) async throws {
            let result = try await LiveTools.run(program, arguments, in: folder)
            guard result.succeeded else { throw BrokenLibraries(text: result.text) }
        }
    }
}

extension LiveTools {
    /// Runs a compiler or the linker; `text` is what it said.
    static func run(
        _ program: String, _ arguments: [String], in folder: URL
    ) async throws -> (succeeded: Bool, text: String) {
        let result = try await Subprocess.run(
            .at(program), arguments: Arguments(arguments),
            environment: .inherit.updating(["TMPDIR": folder.path]), output: .discarded,
            error: .string(limit: 4 << 20))
        return (result.terminationStatus.isSuccess, result.standardError)
    }
}

/// Weft's own libraries do not compile for the browser.
struct BrokenLibraries: Error, CustomStringConvertible {
    var text: String
    var description: String {
        "Weft's libraries can't be compiled for the browser:\n\(text.split(separator: "\n").prefix(12).joined(separator: "\n"))"
    }
}
