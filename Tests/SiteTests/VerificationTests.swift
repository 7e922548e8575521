import Foundation
import Literate
import Site
import Testing
import TestSupport

@Suite struct `A verification` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: C\nparams: {factor: '2'}\n", to: "site/site.yml")
        try folder.write("5\n", to: "chapters/data.txt")
        try write(
            """
            ```swift
            let factor = Double(try params["factor"])!
            print("printed", factor)
            Table(columns: ["a"], rows: [["\\(factor)"]])
            ```

            It is `{swift} factor`, `{claim} factor > 1`.

            ```swift
            //| volatile: true
            let instant = ContinuousClock.now
            print(instant)
            ```
            """, to: "one")
        try write(
            "```swift\nimport Foundation\nlet data = try String(contentsOfFile: \"chapters/data.txt\", encoding: .utf8)\n"
                + "1 + 1\n```", to: "two")
    }

    private func write(_ text: String, to slug: String) throws {
        try folder.write("---\ntitle: T\n---\n\(text)\n", to: "chapters/\(slug).md")
    }

    private func build(_ parameters: [String: String] = [:]) async {
        var settings = RunSettings(course: folder.url, program: BuiltProducts.weft)
        settings.parameters = parameters
        let build = Build(settings)
        let report = await build.run(progress: SilentProgress())
        #expect(report.problems.filter { $0.severity == .error } == [])
    }

    private func verify(_ change: (inout RunSettings) -> Void = { _ in }) async -> VerificationReport {
        var settings = RunSettings(course: folder.url, program: BuiltProducts.weft)
        change(&settings)
        return await Verification(settings).run(progress: SilentProgress())
    }

    private func lines(_ report: VerificationReport) -> [String] {
        report.problems.filter { $0.severity == .error }.map { problem in
            "\(problem.file)\(problem.location.map { ":\($0.line)" } ?? ""): \(problem.message)"
        }
    }

    /// All files of the course, and what is in them, but for notes of when files were looked at.
    private var state: [String: Data] {
        let paths = folder.files.filter { $0 != ".weft/fingerprints.json" }
        return Dictionary(
            uniqueKeysWithValues: paths.map { ($0, (try? Data(contentsOf: folder.url.appending(path: $0))) ?? Data()) })
    }

    @Test func `runs everything anew, finds the same, and leaves all as it is`() async throws {
        await build()
        let before = state
        let report = await verify()
        #expect(report.status == .succeeded, "\(report.problems)")
        #expect((report.chapters, report.values.differing, report.values.skipped) == (2, 0, 1))
        // A printed line and the end behind it, a cell of a table, a value, an operand; what the second chapter shows.
        #expect(report.values.compared == 6)
        #expect(report.volatile.map { "\($0.file):\($0.line)" } == ["chapters/one.md:14"])
        #expect(state == before)
    }

    @Test func `tells what comes out otherwise, with file, line and both values`() async throws {
        try folder.write(
            "---\ntitle: T\n---\n```swift\nimport Foundation\nprint(UUID().uuidString)\n```\n\n"
                + "`{swift} Date().timeIntervalSince1970 > 0`\n", to: "chapters/two.md")
        await build()
        let report = await verify()
        #expect(report.status == .failed)
        let pattern =
            #/chapters/two\.md:5: line 1 of what the cell prints is '[0-9A-F-]+' on the site, and '[0-9A-F-]+' now/#
        let found = lines(report)
        #expect(found.count == 1 && found[0].wholeMatch(of: pattern) != nil, "\(found)")
    }

    @Test(arguments: [
        // What is changed after the build: a file, what in it, and the problem.
        (
            "chapters/one.md", "factor > 1", "factor > 0",
            "chapters/one.md:10: the site does not show this as it is: its code changed"
        ),
        (
            "chapters/one.md", "It is", "That is",
            "site/public/one.html: the file is not what the course's text and its results make"
        ),
        (
            "site/site.yml", "title: C", "title: D",
            "site/public/one.html: the file is not what the course's text and its results make"
        ),
        (
            "site/site.yml", "'2'", "'3'",
            "chapters/one.md:5: the site does not show this as it is: the parameter 'factor' changed, which it or a cell before it uses"
        ),
        (
            "site/public/two.html", "2", "3",
            "site/public/two.html: the file is not what the course's text and its results make"
        ),
    ])
    func `refuses a site that is not of this text`(file: String, text: String, other: String, problem: String)
        async throws
    {
        await build()
        try folder.write(try #require(folder.text(file)).replacing(text, with: other), to: file)
        let report = await verify()
        #expect(report.status == .failed)
        #expect(report.values.compared == 0)
        #expect(lines(report).first == problem, "\(lines(report))")
    }

    @Test func `needs a site, and what its build has kept`() async throws {
        #expect(
            lines(await verify()).first
                == "chapters/one.md:5: the site does not show this as it is: the chapter has not been built before")
        await build()
        try FileManager.default.removeItem(at: folder.url.appending(path: "site/public/index.html"))
        #expect(lines(await verify()) == ["site/public: there is no site"])
        try FileManager.default.removeItem(at: folder.url.appending(path: "chapters"))
        #expect(lines(await verify()) == ["chapters: the course has no chapters"])
    }

    @Test func `takes a site whose live cells stand still for what it is`() async throws {
        try write("```swift\n//| live: true\ncontrol(\"n\", 1...3, default: 2)\n```", to: "three")
        var settings = RunSettings(course: folder.url, program: BuiltProducts.weft)
        settings.isLive = false
        #expect(await Build(settings).run(progress: SilentProgress()).status == .succeeded)
        let report = await verify { $0.isLive = false }
        #expect(report.status == .succeeded, "\(report.problems)")
    }

    @Test func `takes one chapter, and the parameters of the build`() async throws {
        await build(["factor": "3"])
        #expect(await verify().status == .failed)
        #expect(await verify { $0.parameters = ["factor": "3"] }.status == .succeeded)
        let report = await verify { $0.only = "two" }
        #expect((report.status, report.chapters, report.values.compared) == (.failed, 1, 0))
        await build()
        let two = await verify { $0.only = "two" }
        #expect((two.status, two.chapters, two.values.compared) == (.succeeded, 1, 1))
        #expect(lines(await verify { $0.only = "tow" }) == ["chapters: there is no chapter 'tow': did you mean 'two'?"])
        #expect(
            lines(await verify { $0.parameters = ["fcator": "3"] }) == [
                "site/site.yml: unknown parameter 'fcator': did you mean 'factor'?"
            ])
    }
}
