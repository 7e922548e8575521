import Foundation
import Literate
import Site
import Testing
import TestSupport

/// What a build makes of live cells. Compiling them needs the C library and the compiler's functions for WebAssembly.
@Suite(
    .serialized,
    .enabled(
        if: WebAssemblyTools.areThere,
        "apt-get install \(WebAssemblyTools.packages), and these tests run"))
struct `A build of live cells` {
    private func build(_ chapter: String, _ change: (inout Build) -> Void = { _ in }) async throws -> (
        BuildReport, TemporaryFolder
    ) {
        let folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        try folder.write("---\ntitle: One\n---\n" + chapter, to: "chapters/one.md")
        var build = Build(course: folder.url, program: BuiltProducts.weft)
        change(&build)
        return (await build.run(progress: SilentProgress()), folder)
    }

    @Test func `writes a script for the chapter, and pages that load it when it is wanted`() async throws {
        let (report, folder) = try await build(
            "```swift\n//| live: true\nlet n = control(\"n\", 1...3, default: 2)\nn\n```")
        #expect(report.problems == [])
        let script = try #require(folder.text("site/public/live/one.js"))
        let call = #/weftLive\("one",\[\],\[(?:\[\d+,"[A-Za-z0-9+\/=]+"\],?)+\]\)\n/#
        #expect(script.wholeMatch(of: call) != nil)
        let page = try #require(folder.text("site/public/one.html"))
        #expect(page.contains("live.css") && !page.contains("src=\"live"))
        #expect(folder.text("site/public/live.js") != nil)
        #expect(folder.text("site/public/index.html")?.contains("live.css") == false)
    }

    @Test func `gives the same bytes wherever it is done`() async throws {
        let chapter = "```swift\n//| live: true\nlet n = control(\"n\", 1...3, default: 2)\nn\n```"
        let (_, one) = try await build(chapter), (_, other) = try await build(chapter)
        let published = one.files.filter { $0.hasPrefix("site/public/") }
        #expect(published.contains("site/public/live/one.js") && published.contains("site/public/live/one.exact.js"))
        #expect(published.filter { one.text($0) != other.text($0) } == [])
    }

    @Test func `compiles nothing where nothing changed`() async throws {
        let (_, folder) = try await build("```swift\n//| live: true\n1\n```")
        let report = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
        #expect(report.isUpToDate)
    }

    @Test func `leaves cells still where that is asked for`() async throws {
        let (report, folder) = try await build("```swift\n//| live: true\nimport Foundation\nlet n = Date()\n```") {
            $0.settings.isLive = false
        }
        #expect(report.status == .succeeded)
        #expect(!folder.files.contains { $0.hasPrefix("site/public/live") })
    }

    @Test func `is tried by a check, at no cost for the build after it`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        func write(_ code: String) throws {
            try folder.write(
                "---\ntitle: One\n---\n```swift\n//| live: true\n\(code)\n```", to: "chapters/one.md")
        }
        var settings = RunSettings(course: folder.url, program: BuiltProducts.weft)
        try write("import Foundation\n1")
        let problem = try #require(await Check(settings).run().problems.first)
        #expect(
            "\(problem)".hasPrefix("chapters/one.md:6:8: error: the live cell can't run in the browser: no such module")
        )
        settings.isLive = false
        #expect(await Check(settings).run().problems == [])
        settings.isLive = true
        try write("1 + 1")
        #expect(await Check(settings).run().problems == [])
        #expect(folder.files.count { $0.hasPrefix(".weft/live/") } == 2)
        #expect(!folder.files.contains { $0.hasPrefix("site/public") })
    }

    @Test(arguments: [
        ("import Foundation\nlet d = Date()", "6:8", "no such module 'Foundation'", "can't use Foundation"),
        ("let n = FashionMNIST.self", "6:9", "cannot find 'FashionMNIST' in scope", "data sets"),
        ("let n = earlier + 1", "6:9", "cannot find 'earlier' in scope", "line 1000"),
        ("protocol P {}\nstruct S: P {}\nlet n: [any P] = [S()]", "", "embedded", "Embedded Swift"),
    ])
    func `says why a cell can't run in the browser, where it stands`(
        code: String, place: String, message: String, fix: String
    ) async throws {
        let before = fix == "line 1000" ? "```swift\nlet earlier = 1\n```\n\n" : ""
        let (report, _) = try await build(before + "```swift\n//| live: true\n\(code)\n```")
        let problem = try #require(report.problems.first { $0.severity == .error })
        #expect(report.status == .failed)
        #expect(problem.message.hasPrefix("the live cell can't run in the browser: "), "\(problem)")
        if !before.isEmpty {
            let fix = try #require(problem.fix)
            #expect(fix.hasPrefix("'earlier' is declared in the cell on line 5, which is not there in the browser:"))
            #expect(fix.hasSuffix("say '//| live: shared' in that cell"))
        } else if !place.isEmpty {
            #expect("\(problem)".hasPrefix("chapters/one.md:\(place): error: "), "\(problem)")
            #expect(problem.message.contains(message) && problem.fix?.contains(fix) == true, "\(problem)")
        }
    }
}
