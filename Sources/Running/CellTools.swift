public import Foundation
public import Literate

/// What cells are compiled with, and the walls that they run within.
public struct CellTools: Sendable {
    let toolchain: Toolchain
    let sandbox: Sandbox
    /// What an author should know about them.
    public let warnings: [Problem]

    /// Finds the tools.
    /// - Parameters:
    ///   - program: the path of this program.
    ///   - usesSandbox: whether cells run within walls, if this machine has any.
    /// - Throws: `MissingTool`.
    public static func find(
        program: String, course: URL, store: ResultStore, usesSandbox: Bool = true
    ) async throws -> CellTools {
        let toolchain = try await Toolchain.find(program: program, fingerprints: store.fingerprints)
        guard usesSandbox else { return CellTools(toolchain, .none(course: course), []) }
        let environment = ProcessInfo.processInfo.environment
        let data = ["WEFT_DATA", "XDG_CACHE_HOME", "HOME"].compactMap { environment[$0] }
        let programs = URL(fileURLWithPath: toolchain.host).deletingLastPathComponent().path
        guard
            let sandbox = await Sandbox.find(
                course: course, readable: data.filter { $0.hasPrefix("/") } + [programs, store.folder.path])
        else { return CellTools(toolchain, .none(course: course), [Sandbox.missing]) }
        return CellTools(toolchain, sandbox, [])
    }

    /// The same, for whoever has been told already what an author should know.
    public var withoutWarnings: CellTools { CellTools(toolchain, sandbox, []) }

    private init(_ toolchain: Toolchain, _ sandbox: Sandbox, _ warnings: [Problem]) {
        self.toolchain = toolchain
        self.sandbox = sandbox
        self.warnings = warnings
    }
}
