import Foundation
import Subprocess
import TestSupport
import Testing

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

@Suite struct `Builds that are killed or meet each other` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        try write(0)
    }

    private func write(_ number: Int) throws {
        try folder.write(
            "---\ntitle: One\n---\n\n```swift\nlet number = \(number)\n```\n\nIt is `{swift} number`.\n",
            to: "chapters/one.md")
    }

    @Test func `leave the last good site or the new one, and the next build works`() async throws {
        #expect(try await build() == .exited(0))
        var published = 0
        var delays = SystemRandomNumberGenerator()
        for number in 1...50 {
            try write(number)
            let delay = Int.random(in: 0...600, using: &delays)
            try await buildAndKill(after: .milliseconds(delay))
            let page = try #require(folder.text("site/public/one.html"))
            let shown = try #require(page.firstMatch(of: #/<span class="value">(\d+)</#).flatMap { Int($0.1) })
            #expect(shown == number || shown == published, "after \(delay) ms")
            published = shown
        }
        #expect(try await build() == .exited(0))
        #expect(folder.text("site/public/one.html")?.contains("<span class=\"value\">50<") == true)
        #expect(folder.files.filter { $0.hasPrefix("site/.public") } == [])
    }

    @Test func `at the same time both succeed`() async throws {
        async let first = build()
        async let second = build()
        #expect(try await [first, second] == [.exited(0), .exited(0)])
        #expect(folder.text("site/public/one.html")?.contains("<span class=\"value\">0<") == true)
    }

    @Test func `and 'weft clean' all come to a good end`() async throws {
        for number in 1...5 {
            try write(number)
            async let first = build()
            async let second = build()
            async let cleaned = WeftProgram.run(["clean", folder.url.path])
            #expect(try await [first, second] == [.exited(0), .exited(0)])
            #expect(try await cleaned.error == "")
            #expect(folder.text("site/public/one.html")?.contains("<span class=\"value\">\(number)<") == true)
        }
    }

    private func build() async throws -> TerminationStatus {
        try await Subprocess.run(
            .path(FilePath(BuiltProducts.weft)), arguments: ["build", "--quiet", folder.url.path], output: .discarded,
            error: .discarded
        ).terminationStatus
    }

    private func buildAndKill(after delay: Duration) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProducts.weft)
        process.arguments = ["build", "--quiet", folder.url.path]
        try process.run()
        try await Task.sleep(for: delay)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
