public import Foundation
import Hashing
public import Literate

/// Compiles the live cells of chapters for the browser, and keeps what it made.
///
/// A chapter's cells become one WebAssembly module, so that what they share is sent once. It is written as a script that
/// hands the module to `live.js`, taken apart (`SplitModule`), packed (`LZMA`) and as text: scripts load from file:// too, where nothing can be fetched.
/// There are two of them, of which a browser loads one (`LiveArithmetic`).
public struct LiveCompiler: Sendable {
    private let tools: LiveTools
    private let libraries: LiveLibraries
    private let store: ResultStore
    private let usesKept: Bool

    /// Finds the tools, and compiles the libraries if that has not been done.
    /// - Throws: `MissingTool`.
    public init(program: String, runner: ChapterRunner, usesKept: Bool = true) async throws {
        tools = try LiveTools.find(program: program)
        store = runner.store
        self.usesKept = usesKept
        let turn = try await LibraryTurn.wait(in: tools.libraries)
        libraries = try await LiveLibraries.find(tools, compiler: runner.compiler, store: runner.store)
        withExtendedLifetime(turn) {}
    }

    /// The scripts of a chapter's live cells, by their names.
    /// - Throws: `Problems`, at the chapter's lines.
    public func scripts(of cells: LiveCells, in chapter: Chapter) async throws -> [String: Data] {
        let key = sha256(
            of: [libraries.key, chapter.slug]
                + [#filePath, SplitModule.filePath, ModuleReader.filePath, LZMA.filePath].map {
                    store.fingerprints.digest(of: $0) ?? ""
                }
                + cells.sources.flatMap { [$0.moduleName, $0.text] })
        if usesKept, let kept = kept(key, slug: chapter.slug) { return kept }
        let work = store.folder.appending(path: "running/live-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: work) }
        try await compile(cells, of: chapter, in: work)
        var scripts: [String: Data] = [:]
        // The two are the same where nothing is multiplied and added at once.
        var written: [Data: Data] = [:]
        for arithmetic in LiveArithmetic.allCases {
            let module = try await link(cells, of: chapter, arithmetic, in: work)
            let script =
                try written[module] ?? Self.script(module, slug: chapter.slug, shared: cells.sharedEntryPoints)
            written[module] = script
            store.save(script, as: Self.place(of: arithmetic, key))
            scripts[arithmetic.scriptName(chapter.slug)] = script
        }
        return scripts
    }
}

extension LiveCompiler {
    private static func place(of arithmetic: LiveArithmetic, _ key: String) -> String {
        "live/\(key)-\(arithmetic.rawValue)"
    }

    /// What an earlier build made; nil where it did not make all.
    private func kept(_ key: String, slug: String) -> [String: Data]? {
        var scripts: [String: Data] = [:]
        for arithmetic in LiveArithmetic.allCases {
            guard let script = store.data(Self.place(of: arithmetic, key)) else { return nil }
            scripts[arithmetic.scriptName(slug)] = script
        }
        return scripts
    }

    /// Compiles what is shared in its order, then the live cells side by side.
    private func compile(_ cells: LiveCells, of chapter: Chapter, in work: URL) async throws {
        for source in cells.sources where source.isShared { try await compile(source, of: chapter, in: work) }
        try await withThrowingTaskGroup(of: [Problem].self) { group in
            for source in cells.sources where !source.isShared {
                group.addTask {
                    do {
                        try await compile(source, of: chapter, in: work)
                        return []
                    } catch let problems as Problems {
                        return problems.all
                    }
                }
            }
            let problems = try await group.reduce(into: []) { $0 += $1 }
            guard problems.isEmpty else { throw Problems(problems) }
        }
    }

    private func compile(_ source: LiveSource, of chapter: Chapter, in work: URL) async throws {
        let folder = work.appending(path: source.moduleName)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "main.swift")
        try Data(source.text.utf8).write(to: file)
        var arguments =
            LiveLibraries.arguments + [
                "-swift-version", "5", "-enable-bare-slash-regex", "-assert-config", "Debug", "-module-name",
                source.moduleName,
                "-Xfrontend", "-entry-point-function-name", "-Xfrontend", source.entryPoint,
                "-I", libraries.folder.path, "-I", work.path, "-Xcc", "-isystem", "-Xcc", tools.headers,
            ]
        if source.isShared {
            arguments += [
                "-enable-testing", "-emit-module", "-emit-module-path",
                work.appending(path: "\(source.moduleName).swiftmodule").path,
            ]
        }
        let object = work.appending(path: "\(source.moduleName).o").path
        let result = try await LiveTools.run(
            tools.swiftc, arguments + ["-c", libraries.textCalls, file.path, "-o", object], in: work)
        guard !result.succeeded else { return }
        throw Problems(LiveDiagnostics(result.text, of: source.cell, in: chapter).problems)
    }

    private func link(
        _ cells: LiveCells, of chapter: Chapter, _ arithmetic: LiveArithmetic, in work: URL
    ) async throws -> Data {
        let output = work.appending(path: "\(arithmetic.rawValue).wasm")
        let objects = cells.sources.map { work.appending(path: "\($0.moduleName).o").path }
        let exports = ["weft_begin", "weft_step", "weft_place"] + cells.sources.map(\.entryPoint)
        let result = try await LiveTools.run(
            tools.linker,
            [
                "--no-entry", "--gc-sections", "--strip-all", "--compress-relocations", "-O2", "-z",
                "stack-size=1048576", "--stack-first",
            ]
                + exports.map { "--export=\($0)" } + ["-o", output.path]
                + libraries.objects(arithmetic) + objects + tools.archives, in: work)
        guard result.succeeded else {
            throw Problems([
                Problem(
                    file: chapter.source.path, location: cells.sources.first?.cell.location,
                    message: "the chapter's live cells can't be linked for the browser", fix: result.text)
            ])
        }
        return try Data(contentsOf: output)
    }

    /// The call that `live.js` waits for.
    private static func script(_ module: Data, slug: String, shared: [String]) throws -> Data {
        let names = shared.map { "\"\($0)\"" }.joined(separator: ",")
        let streams = try SplitModule([UInt8](module)).streams.map { stream in
            "[\(stream.count),\"\(try LZMA.compressed(stream).base64EncodedString())\"]"
        }
        return Data("weftLive(\"\(slug)\",[\(names)],[\(streams.joined(separator: ","))])\n".utf8)
    }
}
