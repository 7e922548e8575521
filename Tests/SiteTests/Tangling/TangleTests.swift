import Foundation
import Literate
import Running
import Site
import Testing
import TestSupport

@Suite struct `A tangled chapter` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: C\nparams: {factor: '2'}\n", to: "site/site.yml")
        try folder.write("a,b\n1,2\n", to: "chapters/data/table.csv")
        try write(Self.chapter)
    }

    private static let chapter = """
        ```swift
        import Foundation
        let table = try CSVTable(contentsOf: "chapters/data/table.csv")
        let factor = Double(try params["factor"])!
        print("one"); print("two", terminator: "")
        show("shown")
        Table(columns: ["factor", "n"], rows: [["\\(factor)", "1"]])
        ```

        It is `{swift} factor.fixed(2)`, and `{claim} factor > 1`.

        ```swift
        struct Model: Equatable { var weight = 0.5 }
        extension Model: Showable {
            func output(in notebook: Notebook) -> Output? { .text("weight \\(weight)") }
        }
        var model = Model()
        func doubled(_ model: Model) -> Model { Model(weight: model.weight * factor) }
        doubled(model)
        ```

        ```swift
        try animate("Step", 1...3) { step in show("step \\(step)") }
        ```

        ```swift should_panic
        [1][2]
        ```

        ```swift
        //| error: true
        struct Wrong: Error {}
        throw Wrong()
        ```

        ```swift
        model.weight += 1
        let random = Sequential(seed: 7) { Dense(3) }
        try random.build(inputShape: [2])
        Chart {
            LineMark(x: .value("x", 1), y: .value("y", model.weight))
            LineMark(x: .value("x", 2), y: .value("y", model.weight * 2))
        }
        ```

        The weight is `{swift} model.weight`, of set `{swift} Set(["a", "b", "c", "d", "e"])`.
        """

    private func write(_ text: String) throws {
        try folder.write("---\ntitle: T\n---\n\(text)\n", to: "chapters/one.md")
    }

    private func tangled(parameters: [String: String] = [:]) throws -> TemporaryFolder {
        let chapter = try TangledChapter(
            "one", ofCourseAt: folder.url, parameters: parameters, library: .folder(TangledProgram.root.path))
        let package = try TemporaryFolder()
        try chapter.write(to: package.url)
        return package
    }

    /// What the last build recorded of a chapter.
    private static func recorded(_ slug: String, in course: URL) async throws -> PrintedExecution {
        let parameters = try Course(at: course).configuration.parameters
        let runner = try await ChapterRunner(
            program: BuiltProducts.weft, parameters: parameters, course: course,
            store: ResultStore(folder: course.appending(path: ".weft")))
        let chapter = try #require(try Course(at: course).chapters.first { $0.slug == slug })
        return PrintedExecution(chapter, try #require(runner.execution(of: runner.plan(chapter))))
    }

    @Test func `prints what its page shows`() async throws {
        let built = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
        #expect(built.status == .succeeded, "\(built.problems)")
        let package = try tangled()
        #expect(
            package.files == ["Package.swift", "README.md", "Sources/one/main.swift", "chapters/data/table.csv"])
        let result = try TangledProgram(package: package.url).run()
        #expect((result.status, result.error) == (0, ""))
        #expect(
            result.output.hasPrefix(
                """
                one
                twoshown
                factor  n
                ------  -
                2.0     1
                factor.fixed(2) → 2.00
                ✓ factor > 1
                weight 1.0
                step 3
                Figure:
                """), "\(result.output)")
        #expect(try await Self.recorded("one", in: folder.url).difference(from: result.output) == nil)
    }

    @Test func `has other parameters if asked to, and fails where a claim does`() throws {
        let package = try tangled(parameters: ["factor": "1"])
        let result = try TangledProgram(package: package.url).run()
        #expect(result.status == 1)
        #expect(result.output.contains("\n✗ factor > 1\nweight 0.5\n"))
    }

    @Test func `is never written over anything`() throws {
        let chapter = try TangledChapter("one", ofCourseAt: folder.url, parameters: [:], library: .folder("/weft"))
        let taken = try TemporaryFolder()
        try taken.write("mine", to: "file")
        for (path, problem) in [("", "the folder is not empty"), ("file", "there is a file of this name")] {
            let problems = #expect(throws: Problems.self) { try chapter.write(to: taken.url.appending(path: path)) }
            #expect(problems?.all.map(\.message) == [problem])
        }
        #expect(taken.files == ["file"])
        let problems = #expect(throws: Problems.self) { try chapter.write(to: URL(fileURLWithPath: "/proc/package")) }
        #expect(problems?.description.contains("error: the folder can't be written: ") == true)
    }

    @Test func `has to be one of the course`() throws {
        let problems = #expect(throws: Problems.self) {
            try TangledChapter("oen", ofCourseAt: folder.url, parameters: [:], library: .folder("/weft"))
        }
        #expect(
            problems?.description == "chapters: error: there is no chapter 'oen': did you mean 'one'?")
    }

    @Test func `takes no files from outside of its course`() throws {
        try folder.write("secret", to: "secret.txt")
        try write(
            "```swift\nlet names = [\"/etc/hostname\", \"../secret\", \"chapters\", \"chapters/../secret.txt\"]\n```")
        #expect(try tangled().files == ["Package.swift", "README.md", "Sources/one/main.swift"])
    }

    // MARK: The course of this repository

    /// Its chapters; one without a name, which no test passes with, where it can't be read.
    static let slugs = (try? Course(at: TangledProgram.root).chapters.map(\.slug)) ?? [""]

    @Test(arguments: slugs) func `of this repository's course compiles`(slug: String) throws {
        let package = try TemporaryFolder()
        try TangledChapter(
            slug, ofCourseAt: TangledProgram.root, parameters: [:], library: .folder(TangledProgram.root.path)
        ).write(to: package.url)
        #expect(try TangledProgram(package: package.url).errors() == "")
    }

    /// Trains all of the course's networks once more, so it runs where `WEFT_TANGLED` asks for it, after a build of the course.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["WEFT_TANGLED"] != nil), arguments: slugs)
    func `of this repository's course prints what its page shows`(slug: String) async throws {
        let package = try TemporaryFolder()
        try TangledChapter(
            slug, ofCourseAt: TangledProgram.root, parameters: [:], library: .folder(TangledProgram.root.path)
        ).write(to: package.url)
        let result = try TangledProgram(package: package.url).run()
        #expect(result.status == 0, "\(result.error)")
        #expect(try await Self.recorded(slug, in: TangledProgram.root).difference(from: result.output) == nil)
    }

    /// Builds the libraries that the package holds, which takes minutes.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["WEFT_TANGLED"] != nil))
    func `that a reader downloads runs with 'swift run', on its own`() async throws {
        let built = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
        #expect(built.status == .succeeded)
        let download = try TemporaryFolder()
        let archive = folder.url.appending(path: "site/public/one.tar.gz")
        #expect(try TangledProgram.run("tar", ["xzf", archive.path], in: download.url).status == 0)
        let package = download.url.appending(path: "one")
        let result = try TangledProgram.run("swift", ["run", "-c", "release"], in: package)
        #expect(result.status == 0, "\(result.error)")
        #expect(try await Self.recorded("one", in: folder.url).difference(from: result.output) == nil)
    }
}
