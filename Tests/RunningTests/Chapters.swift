import Foundation
import Literate
import Running
import TestSupport

/// Runs chapters with the program and the modules that this build made.
enum Chapters {
    /// Runs the chapter of this text, below the shortest front matter.
    static func run(_ text: String, parameters: [String: String] = [:]) async throws -> Execution {
        let source = SourceText(path: "chapters/x.md", text: "---\ntitle: T\n---\n" + text)
        let folder = try TemporaryFolder()
        let runner = ChapterRunner(
            toolchain: try await Toolchain.find(program: BuiltProducts.weft), parameters: parameters, course: folder.url
        )
        return try await runner.run(try Chapter(source, slug: "x"), in: folder.url.appending(path: "x")) { _ in }
    }
}
