import Foundation
import Subprocess
import TestSupport
import Testing

/// Ctrl-C, in the middle of a build.
@Suite struct `A build that is interrupted` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `while a cell runs leaves nothing running, and the site as it was`(signal: Int32) async throws {
        try folder.write("---\ntitle: One\n---\nGood.\n", to: "chapters/one.md")
        #expect(try await WeftProgram.run(["build", folder.url.path]).status == .exited(0))
        try folder.write(
            """
            ---
            title: One
            ---

            ```swift
            import Foundation
            _ = try Process.run(URL(fileURLWithPath: "/bin/sleep"), arguments: ["1000.\(getpid())"])
            Thread.sleep(forTimeInterval: 1000)
            ```
            """, to: "chapters/one.md")
        let build = try RunningProgram(["build", "--no-sandbox", folder.url.path])
        try await Self.wait { !Self.sleepers.isEmpty }
        #expect(await build.end(by: signal) == signal)
        try await Self.wait { Self.sleepers.isEmpty && RunningProgram.processes(naming: folder.url).isEmpty }
        #expect(folder.text("site/public/one.html")?.contains("Good.") == true)
        #expect(folder.files.filter { $0.contains(".new-") || $0.hasPrefix(".weft/running/") } == [])
        try folder.write("---\ntitle: One\n---\nBetter.\n", to: "chapters/one.md")
        #expect(try await WeftProgram.run(["build", folder.url.path]).status == .exited(0))
    }

    @Test func `while a cell is compiled leaves no compiler running`() async throws {
        // So many expressions that the compiler has something to do.
        let lines = (0..<3000).map { "let x\($0) = [1, 2.5, Double(\($0))].map { $0 * 2 + 1 }.reduce(0, +)" }
        try folder.write(
            "---\ntitle: One\n---\n\n```swift\n\(lines.joined(separator: "\n"))\n```\n", to: "chapters/one.md")
        let build = try RunningProgram(["build", folder.url.path])
        try await Self.wait { RunningProgram.processes(naming: folder.url).contains { $0.contains("-frontend") } }
        #expect(await build.end(by: SIGINT) == SIGINT)
        try await Self.wait { RunningProgram.processes(naming: folder.url).isEmpty }
        // What a compiler was about to write in a hidden folder goes with the next day's build.
        #expect(folder.files.filter { $0.hasPrefix(".weft/units/") && !$0.hasPrefix(".weft/units/.") } == [])
    }

    @Test func `on a terminal shows how far each chapter is, and ends cleanly`() async throws {
        try folder.write(
            """
            ---
            title: One
            ---

            ```swift
            import Foundation
            Thread.sleep(forTimeInterval: 1000)
            ```
            """, to: "chapters/one.md")
        let terminal = try Terminal(["build", folder.url.path])
        let seen = try await terminal.wait { $0.contains("one [0/1] line 6") }
        #expect(seen.contains("\u{1B}["))
        // What a terminal sends on Ctrl-C, to all that runs in it.
        terminal.type("\u{3}")
        #expect(await terminal.end() == SIGINT)
        try await Self.wait { RunningProgram.processes(naming: folder.url).isEmpty }
    }

    /// The processes that the cell has started.
    private static var sleepers: [String] {
        RunningProgram.processes(naming: URL(fileURLWithPath: "/bin/sleep")).filter { $0.contains("1000.\(getpid())") }
    }

    private static func wait(_ isDone: () -> Bool) async throws {
        for _ in 0..<1200 {
            if isDone() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        try #require(Bool(false), "waited in vain")
    }
}
