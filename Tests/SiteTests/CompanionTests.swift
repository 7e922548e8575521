import Foundation
import Literate
import Site
import TestSupport
import Testing

/// Units that declare nothing are compiled in the module of the cell before them.
@Suite struct `A cell and its companions` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        try folder.write(Self.chapter, to: "chapters/one.md")
    }

    /// Cells on lines 5, 10 and 15; expressions on lines 8, 13 and 18.
    private static let chapter = """
        ---
        title: One
        ---

        ```swift
        let first = 1
        ```
        It is `{swift} first as Int`.

        ```swift
        first + 1
        ```
        After it, `{swift} first as Int` and `{claim} first == 1`.

        ```swift
        let second = first + 1
        ```
        It is `{swift} second`.

        """

    @Test func `are one library`() async throws {
        #expect(await build().status == .succeeded)
        #expect(libraries == 2)
        #expect(folder.files.count { $0.hasPrefix(".weft/units/") && $0.hasSuffix("/unit.json") } == 6)
    }

    @Test func `are one module for a check`() async throws {
        let report = await Check(RunSettings(course: folder.url, program: BuiltProducts.weft)).run()
        #expect(report.problems == [])
        #expect(folder.files.count { $0.hasPrefix(".weft/checked/") && $0.hasSuffix(".swiftmodule") } == 2)
    }

    @Test(arguments: [
        // A companion alone, one that is a cell with all that depends on it, and the cell that leads.
        ("It is `{swift} first as Int`", "It is `{swift} 2 * first`", 3),
        ("first + 1\n```\nAfter", "first + 2\n```\nAfter", 4),
        ("let first = 1", "let first = 3 - 2", 4),
    ])
    func `are compiled again as far as they change`(text: String, other: String, count: Int) async throws {
        _ = await build()
        try folder.write(Self.chapter.replacing(text, with: other), to: "chapters/one.md")
        #expect(await build().status == .succeeded)
        #expect(libraries == count)
    }

    @Test func `have their own errors`() async throws {
        try folder.write(
            Self.chapter.replacing("first + 1\n```\nAfter", with: "frist\n```\nAfter"), to: "chapters/one.md")
        let report = await build()
        #expect(
            report.problems.map { "\($0.location?.line ?? 0): \($0.message)" } == ["11: cannot find 'frist' in scope"])
        #expect(report.counts.cells.run == 1)
    }

    @Test func `have their own warnings`() async throws {
        let warned = "forced cast of 'Int' to same type has no effect"
        try folder.write(Self.chapter.replacing("first as Int", with: "first as! Int"), to: "chapters/one.md")
        let report = await build()
        #expect(
            report.problems.map { "\($0.location?.line ?? 0): \($0.message)" } == ["8: \(warned)", "13: \(warned)"])
    }

    @Test func `throw at their own places`() async throws {
        try folder.write(
            Self.chapter.replacing(
                "first + 1\n```\nAfter", with: "try JSONDecoder().decode(Int.self, from: Data())\n```\nAfter"
            )
            .replacing("let first", with: "import Foundation\nlet first"), to: "chapters/one.md")
        let report = await build()
        #expect(report.problems.map { $0.location?.line } == [12])
        #expect(try #require(report.problems.first).message.hasPrefix("an error was thrown and not caught"))
    }

    @Test(arguments: [".swiftmodule", "unit.so", "unit.json"])
    func `are compiled anew where the cell's files are damaged`(end: String) async throws {
        _ = await build()
        let good = folder.text("site/public/one.html")
        for path in folder.files where path.hasPrefix(".weft/units/") && path.hasSuffix(end) {
            try folder.write("damaged", to: path)
        }
        try FileManager.default.removeItem(at: folder.url.appending(path: ".weft/results"))
        #expect(await build().status == .succeeded)
        #expect(folder.text("site/public/one.html") == good)
        #expect(libraries == 2)
    }

    @Test func `are compiled alone where the cell has become another library`() async throws {
        _ = await build()
        let good = folder.text("site/public/one.html")
        // A unit's record says which library it is in.
        let leader = try #require(
            folder.files.first { path in
                path.hasPrefix(".weft/units/") && path.hasSuffix("unit.so")
                    && folder.files.contains(path.replacing("unit.so", with: "Cell1.swiftmodule"))
            })
        let place = folder.url.appending(path: leader).deletingLastPathComponent()
        try FileManager.default.removeItem(at: place)
        try FileManager.default.removeItem(at: folder.url.appending(path: ".weft/results"))
        try folder.write(Self.chapter.replacing(" and `{claim} first == 1`", with: ""), to: "chapters/one.md")
        #expect(await build().status == .succeeded)
        try folder.write(Self.chapter, to: "chapters/one.md")
        #expect(await build().status == .succeeded)
        #expect(folder.text("site/public/one.html") == good)
    }

    /// How many libraries are kept.
    private var libraries: Int {
        folder.files.count { $0.hasPrefix(".weft/units/") && $0.hasSuffix("/unit.so") }
    }

    private func build() async -> BuildReport {
        await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
    }
}
