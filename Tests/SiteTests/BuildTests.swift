import Foundation
import Literate
import Site
import Testing
import TestSupport

@Suite struct `A build` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\nparams: {color: green}\n", to: "site/site.yml")
        try folder.write(Self.chapter, to: "chapters/one.md")
    }

    private static let chapter = """
        ---
        title: One
        ---
        Text.

        ```swift
        let a = try params["color"].count
        ```

        It is `{swift} a`, and `{claim} a > 0`.
        """

    @Test func `writes a page for each chapter, an index and what they use`() async throws {
        let report = await build()
        #expect(report.problems == [])
        #expect(report.status == .succeeded)
        #expect(folder.files.filter { $0.hasPrefix("site/public/") } == Self.siteFiles)
        #expect((report.counts.chapters, report.counts.pages) == (1, 3))
        #expect((report.counts.cells.run, report.counts.cells.cached, report.counts.cells.failed) == (1, 0, 0))
        #expect((report.counts.claims.held, report.counts.claims.failed) == (1, 0))
        #expect(folder.text("site/public/one.html")?.contains("<span class=\"value\">5</span>") == true)
        #expect(folder.text("site/public/index.html")?.contains("href=\"one.html\"") == true)
    }

    private static let siteFiles = [
        ".weft-site", "404.html", "index.html", "llms.txt", "one.html", "one.md", "one.tar.gz",
        "search-index.js", "theme.css", "theme.js",
    ].map { "site/public/\($0)" }

    @Test func `offers each chapter that runs anything as a package with all that it needs`() async throws {
        try folder.write("---\ntitle: Two\n---\nText.\n", to: "chapters/two.md")
        _ = await build()
        #expect(folder.text("site/public/one.html")?.contains("<a href=\"one.tar.gz\" download>") == true)
        #expect(folder.text("site/public/two.html")?.contains("tar.gz") == false)
        let package = try TemporaryFolder()
        let archive = folder.url.appending(path: "site/public/one.tar.gz").path
        let tar = try Process.run(
            URL(fileURLWithPath: "/usr/bin/env"), arguments: ["tar", "-xzf", archive, "-C", package.url.path])
        tar.waitUntilExit()
        #expect(tar.terminationStatus == 0)
        let files = package.files
        for file in ["Package.swift", "README.md", "Sources/one/main.swift", "Weft/Prelude/Prelude.swift"] {
            #expect(files.contains("one/\(file)"))
        }
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        for file in files where file.hasPrefix("one/Weft/") {
            let original = sources.appending(path: String(file.dropFirst("one/Weft/".count)))
            #expect(try package.text(file) == String(contentsOf: original, encoding: .utf8))
        }
    }

    @Test func `goes on with other chapters where a cell ends the process that watches it`() async throws {
        try folder.write(
            "---\ntitle: Two\n---\n```swift\nimport Glibc\nkill(getppid(), SIGKILL)\nsleep(100)\n```\n",
            to: "chapters/two.md")
        let report = await build()
        #expect(report.problems.map { "\($0.file):\($0.location?.line ?? 0)" } == ["chapters/two.md:5"])
        #expect((report.counts.cells.run, report.counts.cells.failed) == (1, 1))
    }

    @Test func `gives the same bytes twice`() async throws {
        _ = await build()
        let first = Self.siteFiles.map { folder.text($0) }
        _ = await build()
        #expect(Self.siteFiles.map { folder.text($0) } == first)
    }

    @Test func `from nothing gives the same bytes in two places, charts, formulas and training included`() async throws
    {
        let chapter = """
            ---
            title: Everything
            ---

            A formula: $\\sqrt{x^2}$ and $$\\sum_i x_i$$

            ```swift
            let data = try Dataset(
                features: (0..<64).map { $0 % 2 == 0 ? -1 : 1 }, shape: [1], labels: (0..<64).map { $0 % 2 }, classCount: 2)
            let models = [1, 2].map { seed in
                Sequential(seed: seed) { Dense(8, activation: .relu); Dropout(0.5); Dense(2, activation: .softmax) }
            }
            let histories = try models.map { model in
                model.compile(optimizer: .adam(learningRate: 0.01), loss: .categoricalCrossentropy, metrics: [.accuracy])
                return try model.fit(data, epochs: 5, batchSize: 8)
            }
            print(Set((0..<20).map { "\\($0)" }), ["a": 1, "b": 2, "c": 3])
            histories[0]
            ```

            `{swift} histories[1][.loss].last!`
            """
        var sites: [[String: Data]] = []
        for _ in 1...2 {
            let folder = try TemporaryFolder()
            try folder.write("title: Course\nparams: {color: green}\n", to: "site/site.yml")
            try folder.write(chapter, to: "chapters/everything.md")
            try folder.write(Self.chapter, to: "chapters/one.md")
            let report = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
            #expect(report.problems == [])
            let names = folder.files.filter { $0.hasPrefix("site/public/") }
            sites.append(
                try Dictionary(
                    uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.url.appending(path: $0))) }))
        }
        #expect(sites[0].keys.sorted() == sites[1].keys.sorted() && sites[0].count > 9)
        for (name, bytes) in sites[0] { #expect(sites[1][name] == bytes, "\(name)") }
    }

    @Test func `takes parameters that are set for it`() async throws {
        #expect(await build { $0.settings.parameters = ["color": "red"] }.status == .succeeded)
        #expect(folder.text("site/public/one.html")?.contains("<span class=\"value\">3</span>") == true)
    }

    @Test func `refuses a parameter that the course does not have`() async throws {
        let report = await build { $0.settings.parameters = ["colour": "red"] }
        #expect(
            report.problems.map(\.description) == [
                "site/site.yml: error: unknown parameter 'colour': did you mean 'color'?"
            ])
    }

    @Test(arguments: [
        ("a > 0", "a > 5", "chapters/one.md:10:33: error: this claim is false: a > 5 (a is 5)"),
        ("let a", "fatalError(\"no\"); let a", "chapters/one.md:7:1: error: the cell crashed: no"),
        ("let a", "let a: String", "chapters/one.md:7:37: error: cannot convert value of type 'Int'"),
        ("title: One", "titel: One", "chapters/one.md:2:1: error: unknown front matter key 'titel'"),
    ])
    func `that fails leaves the site as it was`(text: String, replacement: String, problem: String) async throws {
        _ = await build()
        let before = site
        try folder.write(Self.chapter.replacing(text, with: replacement), to: "chapters/one.md")
        let report = await build()
        #expect(report.status == .failed)
        let problems = report.problems.filter { $0.severity == .error }
        #expect(problems.map(\.description).joined().hasPrefix(problem), "\(problems)")
        try folder.write(Self.chapter, to: "chapters/one.md")
        #expect(site == before)
    }

    @Test func `tells all that is wrong at once: in the text of one chapter, and in the cells of the others`()
        async throws
    {
        _ = await build()
        let before = site
        try folder.write("---\ntitle: Unreadable\n---\n```swift\n//| lable: a\n1\n```\n", to: "chapters/unread.md")
        try folder.write(
            "---\ntitle: Wrong\n---\n[a](nowhere.md) [b](unread.md#sec) @fig-perhaps\n\n```swift\nlet a: Int = \"a\"\n```\n",
            to: "chapters/compiler.md")
        try folder.write(
            "---\ntitle: Wrong\n---\n```swift\n[1][CommandLine.argc.hashValue | 7]\n```\n`{claim} 1 > 2`\n",
            to: "chapters/crash.md")
        for keepsGoing in [false, true] {
            let report = await build { $0.keepsGoing = keepsGoing }
            #expect(report.status == .failed)
            #expect(
                report.problems.map { "\($0.file):\($0.location?.line ?? 0): \($0.message)" } == [
                    "chapters/unread.md:5: unknown cell option 'lable': did you mean 'label'?",
                    "chapters/compiler.md:4: the link leads to 'nowhere.md', and there is no such chapter and no such "
                        + "file in chapters/",
                    "chapters/compiler.md:7: cannot convert value of type 'String' to specified type 'Int'",
                    "chapters/crash.md:5: the cell crashed: Index out of range",
                ])
            #expect(report.counts.cells.failed == 2)
        }
        // What runs well is kept for when the rest is mended.
        for chapter in ["unread", "compiler", "crash"] {
            try FileManager.default.removeItem(at: folder.url.appending(path: "chapters/\(chapter).md"))
        }
        #expect(site == before)
        #expect(await build().status == .succeeded)
    }

    @Test func `of one chapter tells what is wrong in the text of others, too`() async throws {
        try folder.write("---\ntitle: Unreadable\n---\n# No\n", to: "chapters/unread.md")
        try folder.write("---\ntitle: Three\n---\n```swift\nfatalError(\"three\")\n```\n", to: "chapters/three.md")
        try folder.write(Self.chapter.replacing("let a", with: "fatalError(\"one\"); let a"), to: "chapters/one.md")
        let report = await build { $0.settings.only = "one" }
        #expect(
            report.problems.filter { $0.severity == .error }.map(\.message) == [
                "a heading of the first level, which the page's title has", "the cell crashed: one",
            ])
    }

    /// All files but those that builds leave for later ones.
    private var site: [[String?]] {
        folder.files.filter { !$0.hasPrefix(".weft/") }.map { [$0, folder.text($0)] }
    }

    @Test func `takes notice of a changed theme and of changed parameters, though no cell has to run`() async throws {
        _ = await build()
        try folder.write("p {}", to: "site/theme/extra.css")
        #expect(await build().isUpToDate == false)
        #expect(folder.text("site/public/theme.css")?.hasSuffix("p {}") == true)
        #expect(folder.text("site/public/one.html")?.contains("<dd>color: green</dd>") == true)
        _ = await build { $0.settings.parameters = ["color": "red"] }
        #expect(folder.text("site/public/one.html")?.contains("<dd>color: red</dd>") == true)
    }

    @Test func `replaces the whole site`() async throws {
        _ = await build()
        try folder.write(Self.chapter, to: "chapters/two.md")
        try FileManager.default.removeItem(at: folder.url.appending(path: "chapters/one.md"))
        _ = await build()
        #expect(folder.text("site/public/one.html") == nil)
        #expect(folder.text("site/public/two.html") != nil)
    }

    @Test func `of one chapter leaves the pages of the others`() async throws {
        try folder.write("---\ntitle: Two\n---\nOld.\n", to: "chapters/two.md")
        _ = await build()
        try folder.write("---\ntitle: Two\n---\nNew.\n", to: "chapters/two.md")
        try folder.write("---\ntitle: One\n---\nChanged.\n", to: "chapters/one.md")
        let report = await build { $0.settings.only = "two" }
        #expect(report.status == .succeeded)
        #expect(folder.text("site/public/two.html")?.contains("New.") == true)
        #expect(folder.text("site/public/one.html")?.contains("Changed.") == false)
        #expect(folder.text("site/public/index.html")?.contains("one.html") == true)
    }

    @Test func `of a chapter that is not there says which are`() async throws {
        let report = await build { $0.settings.only = "oen" }
        #expect(
            report.problems.map(\.description) == ["chapters: error: there is no chapter 'oen': did you mean 'one'?"])
    }

    @Test func `fails where a figure says nothing to a reader who can't see it, until its cell does`() async throws {
        let rule = "```swift\n//| label: fig-a\nChart { RuleMark(y: .value(\"y\", 1)) }\n```\n"
        try folder.write("---\ntitle: One\n---\n\(rule)", to: "chapters/one.md")
        for _ in 1...2 {
            let report = await build()
            #expect(report.status == .failed)
            #expect(
                report.problems.map(\.message) == ["a figure of this cell says nothing to a reader who can't see it"])
            #expect(report.problems.first?.location?.line == 6)
        }
        let said = rule.replacing("fig-a\n", with: "fig-a\n//| fig-alt: The limit.\n")
        try folder.write("---\ntitle: One\n---\n\(said)", to: "chapters/one.md")
        #expect(await build().status == .succeeded)
        try folder.write("---\ntitle: One\n---\n\(rule)", to: "chapters/one.md")
        #expect(await build().status == .failed)
    }

    @Test func `never replaces a folder that it did not write`() async throws {
        try folder.write("precious", to: "documents/letter.txt")
        let report = await build { $0.settings.output = folder.url.appending(path: "documents") }
        #expect(report.status == .failed)
        #expect(report.problems.first?.message.contains("it holds files that Weft did not write") == true)
        #expect(folder.text("documents/letter.txt") == "precious")
        #expect(folder.files.filter { $0.hasPrefix("documents") } == ["documents/letter.txt"])
    }

    @Test func `does not write where a file is in the way`() async throws {
        try folder.write("a file", to: "out")
        let report = await build { $0.settings.output = folder.url.appending(path: "out/site") }
        #expect(report.status == .failed)
        #expect(report.problems.first?.message.contains("can't be written") == true)
        #expect(folder.text("out") == "a file")
    }

    @Test func `removes what a killed build left behind`() async throws {
        // No process has the highest number there is.
        try folder.write("half", to: "site/.public.new-2147483647/one.html")
        _ = await build()
        #expect(folder.files.filter { $0.contains(".public.new") } == [])
    }

    private func build(_ change: (inout Build) -> Void = { _ in }) async -> BuildReport {
        var build = Build(course: folder.url, program: BuiltProducts.weft)
        change(&build)
        return await build.run(progress: SilentProgress())
    }
}
