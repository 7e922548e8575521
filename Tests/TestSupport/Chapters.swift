import Foundation
public import Literate
public import Running

/// Runs chapters with the program and the modules that this build made.
public enum Chapters {
    /// What compiled cells leave stays beside what the tests were built into.
    public static let store = ResultStore(
        folder: URL(fileURLWithPath: BuiltProducts.weft).deletingLastPathComponent().appending(path: "test-store"))

    /// Runs the chapter of this text, below the shortest front matter.
    public static func run(
        _ text: String, parameters: [String: String] = [:], usesSandbox: Bool = true, compilerSeconds: Double = 60
    ) async throws -> Execution {
        let source = SourceText(path: "chapters/x.md", text: "---\ntitle: T\n---\n" + text)
        return try await run(
            try Chapter(source, slug: "x"), parameters: parameters, usesSandbox: usesSandbox,
            compilerSeconds: compilerSeconds)
    }

    /// Runs `chapter`, in an empty course.
    public static func run(
        _ chapter: Chapter, parameters: [String: String] = [:], usesSandbox: Bool = true, compilerSeconds: Double = 60
    ) async throws -> Execution {
        let folder = try TemporaryFolder()
        let runner = try await ChapterRunner(
            program: BuiltProducts.weft, parameters: parameters, course: folder.url, store: store, usesKept: false,
            compilerSeconds: compilerSeconds)
        let tools = try await CellTools.find(
            program: BuiltProducts.weft, course: folder.url, store: store, usesSandbox: usesSandbox)
        let session = try runner.session(tools)
        let execution = try await runner.run(runner.plan(chapter), in: session, tools) { _ in }
        await session.close()
        return execution
    }
}
