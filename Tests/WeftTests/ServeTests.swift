import Foundation
import Subprocess
import TestSupport
import Testing

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// `weft serve`, through real HTTP.
@Suite struct `A course that is served` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        try folder.write(Self.chapter, to: "chapters/one.md")
        try folder.write("---\ntitle: Two\n---\nAnother chapter.\n", to: "chapters/two.md")
    }

    private static let chapter = """
        ---
        title: One
        ---
        Text.

        ```swift
        //| volatile: true
        let mark = Int.random(in: 1...1_000_000_000)
        print("made", mark)
        ```

        ```swift
        //| label: last
        //| volatile: true
        print("first run of", mark)
        ```

        """

    /// Whether the page shows what came of running its cells.
    private static func hasRun(_ page: String) -> Bool {
        page.contains(#/first run of \d/#)
    }

    @Test func `is shown as it is published, with the script that keeps it up to date`() async throws {
        let course = try await ServedCourse(folder.url)
        let page = try await course.page("/one.html", Self.hasRun)
        #expect(page.contains("<script src=\"/-weft/preview.js\" defer></script></head>"))
        #expect(try course.get("/").text.contains("href=\"one.html\""))
        #expect(try course.get("/theme.css").status == 200)
        #expect(try course.get("/nowhere.html").status == 404)
        #expect(try LoopbackRequest(method: "POST", path: "/").send(to: course.port).status == 405)
        #expect(folder.files.filter { $0.hasPrefix("site/public") } == [])
        await course.end()
    }

    @Test func `runs only an edited cell and those after it, in the state that those before it left`() async throws {
        let course = try await ServedCourse(folder.url)
        let first = try await course.page("/one.html", Self.hasRun)
        let mark = try #require(first.firstMatch(of: #/first run of (\d+)/#)?.1)
        try folder.write(Self.chapter.replacing("first run of", with: "second run of"), to: "chapters/one.md")
        let second = try await course.page("/one.html") { $0.contains("second run of \(mark)") }
        #expect(second.contains("made \(mark)"))
        try await course.said { $0.contains("1 cell run, 1 kept") }
        try folder.write(Self.chapter.replacing("Text.", with: "Prose."), to: "chapters/one.md")
        try await course.page("/one.html") { $0.contains("Prose.") && $0.contains("first run of \(mark)") }
        await course.end()
    }

    @Test(arguments: [
        // What is wrong, and what the page and the terminal then say, beside the chapter's line.
        ("print(\"first run of\", mark)", "print(nothing)", 15, "cannot find 'nothing' in scope"),
        ("print(\"first run of\", mark)", "fatalError(\"no\")", 15, "the cell crashed: no"),
        ("//| label: last", "//| lable: last", 13, "unknown cell option 'lable': did you mean 'label'?"),
        ("Text.", "Text, `{claim} 1 > 2`.", 4, "this claim is false: 1 > 2"),
        ("Text.", "Text, @sec-nowhere.", 4, "sec-nowhere"),
    ])
    func `shows an error until it is mended`(text: String, wrong: String, line: Int, message: String) async throws {
        let course = try await ServedCourse(folder.url)
        try await course.page("/one.html", Self.hasRun)
        try folder.write(Self.chapter.replacing(text, with: wrong), to: "chapters/one.md")
        try await course.said { $0.contains("chapters/one.md:\(line):") && $0.contains(message) }
        try await course.page("/-weft/state") { $0.contains(message.prefix(20)) }
        // Other chapters are still built.
        try folder.write("---\ntitle: Two\n---\nChanged meanwhile.\n", to: "chapters/two.md")
        try await course.page("/two.html") { $0.contains("Changed meanwhile.") }

        try folder.write(Self.chapter, to: "chapters/one.md")
        try await course.page("/-weft/state") { $0.contains("\"problems\":[]") && $0.contains("\"notes\":[]") }
        let mended = try course.get("/one.html").text
        #expect(mended.contains("first run of") && !mended.contains("cell-error"))
        await course.end()
    }

    @Test func `says at which cell of the page a chapter can't be read`() async throws {
        let course = try await ServedCourse(folder.url)
        try await course.page("/one.html", Self.hasRun)
        try folder.write(Self.chapter.replacing("//| label: last", with: "//| lable: last"), to: "chapters/one.md")
        let state = try await course.page("/-weft/state") { $0.contains("\"cell\":\"last\"") }
        #expect(state.contains("\"page\":\"one.html\""))
        try folder.write(Self.chapter.replacing("title: One", with: "titel: One"), to: "chapters/one.md")
        try await course.page("/-weft/state") { $0.contains("titel") && $0.contains("\"notes\":[{") }
        await course.end()
    }

    @Test func `follows when chapters come, go and are renamed, and when its looks change`() async throws {
        let course = try await ServedCourse(folder.url)
        try await course.page("/one.html", Self.hasRun)
        try FileManager.default.moveItem(
            at: folder.url.appending(path: "chapters/two.md"), to: folder.url.appending(path: "chapters/three.md"))
        try await course.page("/three.html") { $0.contains("Another chapter.") }
        #expect(try course.get("/two.html").status == 404)
        try FileManager.default.removeItem(at: folder.url.appending(path: "chapters/three.md"))
        try await course.page("/") { !$0.contains("three.html") }
        try folder.write("title: A new name\n", to: "site/site.yml")
        try await course.page("/") { $0.contains("A new name") }
        try folder.write("p { color: teal; }", to: "site/theme/extra.css")
        try await course.page("/theme.css") { $0.contains("color: teal") }
        try folder.write("title: [\n", to: "site/site.yml")
        try await course.said { $0.contains("site/site.yml:") && $0.contains("not YAML") }
        #expect(try course.get("/").text.contains("A new name"))
        try folder.write("title: Mended\n", to: "site/site.yml")
        try await course.page("/") { $0.contains("Mended") }
        await course.end()
    }

    @Test func `answers this machine alone`() async throws {
        let course = try await ServedCourse(folder.url)
        func status(_ headers: [(name: String, value: String)]) throws -> Int {
            try course.get("/", headers: headers).status
        }
        #expect(try status([("Host", "localhost:\(course.port)")]) == 200)
        #expect(try status([("Host", "127.0.0.1"), ("Origin", "http://localhost:\(course.port)")]) == 200)
        for host in ["evil.example", "evil.example:\(course.port)", "localhost.evil.example", "", "[::2]"] {
            #expect(try status([("Host", host)]) == 403, "\(host)")
        }
        for origin in ["http://evil.example", "https://localhost", "null", "http://localhost.evil.example"] {
            #expect(try status([("Origin", origin)]) == 403, "\(origin)")
        }
        await course.end()
    }

    @Test func `gives nothing from outside the site`() async throws {
        try folder.write("secret", to: "secret.txt")
        let course = try await ServedCourse(folder.url)
        try await course.page("/one.html", Self.hasRun)
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: ".weft/serve/link.txt"),
            withDestinationURL: folder.url.appending(path: "secret.txt"))
        for path in [
            "/../secret.txt", "/../../secret.txt", "/%2e%2e/%2e%2e/secret.txt", "/..%2f..%2fsecret.txt",
            "/one.html/../../../secret.txt", "/./.weft-site", "/%2eweft-site", "/link.txt", "/%00",
            "//etc/passwd",
            "/..\\..\\secret.txt",
        ] {
            let answer = try course.get(path)
            #expect(answer.status == 404, "\(path)")
            #expect(!answer.text.contains("secret"), "\(path)")
        }
        await course.end()
    }

    #if os(Linux)
        @Test func `closes connections when there are too many, and goes on`() async throws {
            let course = try await ServedCourse(folder.url)
            try await course.page("/one.html", Self.hasRun)
            let limited = try await Subprocess.run(
                .path("/usr/bin/env"), arguments: ["prlimit", "--pid", "\(course.identifier)", "--nofile=100:100"],
                output: .discarded)
            #expect(limited.terminationStatus == .exited(0))
            let idle = (0..<150).compactMap { _ in try? LoopbackRequest(path: "/").beginning(to: course.port) }
            #expect(idle.count > 80)
            try await course.page("/one.html", Self.hasRun)
            for connection in idle { close(connection) }
            await course.end()
        }
    #endif

    @Test func `needs a port that nobody has`() async throws {
        let course = try await ServedCourse(folder.url)
        let second = try await WeftProgram.run(["serve", "--port", "\(course.port)", folder.url.path])
        #expect(second.status == .exited(1))
        #expect(
            second.error.contains("port \(course.port) is taken by another program\n    choose another: '--port 0'"))
        await course.end()
        #expect(try await WeftProgram.run(["serve", "--port", "99999", folder.url.path]).status == .exited(64))
    }

    @Test func `tells what runs, while it runs`() async throws {
        try folder.write(
            """
            ---
            title: One
            ---

            ```swift
            import Foundation
            print("a line of text")
            fputs("a message\\n", stderr)
            print("and more")
            Thread.sleep(forTimeInterval: 1000)
            ```

            ```swift
            //| label: later
            print("later")
            ```
            """, to: "chapters/one.md")
        let course = try await ServedCourse(folder.url)
        try await course.page("/-weft/state") {
            $0.contains("\"cell\":\"cell-1\"") && $0.contains("a line of text\\na message\\nand more\\n")
        }
        // There is a page already, in which cells that are yet to run say so.
        try await course.page("/one.html") { $0.contains("<section class=\"cell cell-pending\" id=\"later\">") }
        // An edit does not wait for it.
        try folder.write("---\ntitle: One\n---\nNo cell.\n", to: "chapters/one.md")
        try await course.page("/one.html") { $0.contains("No cell.") }
        await course.end()
        #expect(await RunningProgram.haveEnded(naming: folder.url))
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func `leaves nothing running when it is ended`(signal: Int32) async throws {
        try folder.write(
            "---\ntitle: One\n---\n\n```swift\nimport Foundation\nThread.sleep(forTimeInterval: 1000)\n```\n",
            to: "chapters/one.md")
        let course = try await ServedCourse(folder.url)
        try await course.page("/-weft/state") { $0.contains("\"cell\":\"cell-1\"") }
        #expect(RunningProgram.processes(naming: folder.url) != [])
        #expect(await course.end(by: signal) == signal)
        #expect(await RunningProgram.haveEnded(naming: folder.url))
        #expect(folder.files.filter { $0.contains(".new-") || $0.hasPrefix(".weft/running/") } == [])
    }
}
