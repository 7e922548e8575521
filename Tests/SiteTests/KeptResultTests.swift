import Foundation
import Literate
import Running
import Site
import TestSupport
import Testing

/// What runs again when one thing has changed.
@Suite struct `A build after a change` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\nparams: {color: green, size: '3'}\n", to: "site/site.yml")
        try folder.write("1\n", to: "chapters/data.csv")
        try folder.write("unused\n", to: "chapters/other.csv")
        try folder.write(Self.chapter, to: "chapters/one.md")
        try folder.write("---\ntitle: Two\n---\n\n```swift\n2\n```\n", to: "chapters/two.md")
    }

    /// Cells on lines 7, 12, 17 and 22; expressions on lines 20 and 25.
    private static let chapter = """
        ---
        title: One
        ---
        Text.

        ```swift
        let first = 1
        ```

        ```swift
        import Foundation
        let data = try String(contentsOfFile: "chapters/data.csv", encoding: .utf8)
        ```

        ```swift
        //| label: color
        let color = try params["color"]
        ```

        It is `{swift} color`.

        ```swift
        let last = first + color.count + Sequential(seed: 7) { Dense(1) }.layers.count
        ```

        It is `{swift} last`, and `{claim} last > 0`.

        """

    @Test(
        arguments: [
            // What is written in place of what, in which file, and the lines that run.
            ("chapters/one.md", "Text.", "Other text.", []),
            ("chapters/one.md", "label: color", "label: colour", []),
            ("chapters/one.md", "label: color", "echo: false", []),
            ("chapters/one.md", "label: color", "timeout: 40s", []),
            ("chapters/one.md", "label: color", "memory: 1 GB", []),
            ("chapters/one.md", "label: color", "volatile: true", []),
            ("chapters/one.md", "title: One", "title: First", []),
            ("chapters/one.md", "let first = 1", "let first = 2", [7, 11, 17, 20, 23, 26]),
            ("chapters/one.md", "[\"color\"]", "[ \"color\"]", [17, 20, 23, 26]),
            ("chapters/one.md", "It is `{swift} color`", "It is `{swift} color.count`", [20]),
            ("chapters/one.md", "last > 0", "last > 1", [26]),
            ("chapters/one.md", "seed: 7", "seed: 8", [23, 26]),
            ("chapters/one.md", "let last = first", "let last = 5 + first", [23, 26]),
            ("chapters/data.csv", "1", "2", [11, 17, 20, 23, 26]),
            ("chapters/other.csv", "unused", "changed", []),
            ("site/site.yml", "color: green", "color: red", [17, 20, 23, 26]),
            ("site/site.yml", "size: '3'", "size: '4'", []),
            ("site/site.yml", "title: Course", "title: A course", []),
        ])
    func `runs exactly what depends on it`(file: String, text: String, other: String, lines: [Int]) async throws {
        _ = await build()
        try folder.write(try #require(folder.text(file)).replacing(text, with: other), to: file)
        let report = await build()
        #expect(report.problems.filter { $0.severity == .error } == [])
        #expect(report.reasons.map(\.line) == lines)
        #expect(report.reasons.allSatisfy { $0.file == "chapters/one.md" })

        // What is kept makes the same pages as running everything does.
        let kept = site
        #expect(await build { $0.usesKept = false }.status == .succeeded)
        #expect(site == kept)
    }

    @Test func `that changed nothing writes nothing`() async throws {
        _ = await build()
        let stamps = try site.keys.sorted().map(stamp)
        let report = await build()
        #expect(report.isUpToDate)
        #expect((report.counts.cells.run, report.counts.cells.cached) == (0, 5))
        #expect(try site.keys.sorted().map(stamp) == stamps)
    }

    @Test func `to the prose of one chapter writes one page`() async throws {
        _ = await build()
        let before = try site.keys.sorted().map { ($0, try stamp($0)) }
        try folder.write(Self.chapter.replacing("Text.", with: "Other."), to: "chapters/one.md")
        _ = await build()
        let changed = try before.filter { try stamp($0.0) != $0.1 }.map(\.0).filter { $0.hasSuffix(".html") }
        #expect(changed == ["site/public/one.html"])
    }

    @Test(arguments: ["results", "pages", "chapters", "units"])
    func `to what is kept heals it`(kind: String) async throws {
        _ = await build()
        let good = site
        for path in folder.files where path.hasPrefix(".weft/\(kind)/") {
            try folder.write("damaged", to: path)
        }
        try FileManager.default.removeItem(at: folder.url.appending(path: "site/public"))
        #expect(await build().status == .succeeded)
        #expect(site == good)
    }

    @Test func `to a published file publishes again`() async throws {
        _ = await build()
        let good = site
        try folder.write("changed by hand", to: "site/public/one.html")
        #expect(await !build().isUpToDate)
        #expect(site == good)
    }

    @Test func `of a cell that failed runs it again`() async throws {
        try folder.write(
            Self.chapter.replacing("let first = 1", with: "let first = 1 / Int(\"0\")!"), to: "chapters/one.md")
        #expect(await build().status == .failed)
        #expect(await build().status == .failed)
        try folder.write(Self.chapter, to: "chapters/one.md")
        #expect(await build().status == .succeeded)
    }

    private var site: [String: String] {
        Dictionary(
            uniqueKeysWithValues: folder.files.filter { $0.hasPrefix("site/public/") }.map {
                ($0, folder.text($0) ?? "")
            })
    }

    private func stamp(_ path: String) throws -> Date? {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: path).path)
        return attributes[.modificationDate] as? Date
    }

    private func build(_ change: (inout Build) -> Void = { _ in }) async -> BuildReport {
        var build = Build(course: folder.url, program: BuiltProducts.weft)
        change(&build)
        return await build.run(progress: SilentProgress())
    }
}
