import Foundation
import Literate
import Site
import Testing
import TestSupport

@Suite struct `A check` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: C\n", to: "site/site.yml")
    }

    private func write(_ text: String, to slug: String) throws {
        try folder.write("---\ntitle: T\n---\n\(text)\n", to: "chapters/\(slug).md")
    }

    private func check() async -> CheckReport {
        await Check(RunSettings(course: folder.url, program: BuiltProducts.weft)).run()
    }

    private func lines(_ report: CheckReport) -> [String] {
        report.problems.map { problem in
            "\(problem.file):\(problem.location?.line ?? 0):\(problem.location?.column ?? 0): \(problem.message)"
        }
    }

    @Test func `lists what is wrong in all chapters, and blames nothing for what other cells lack`() async throws {
        try write(
            """
            ```swift
            import Foundation
            struct Broken { var a: Int = "one" }
            extension Int { var twice: Int { self * "2" } }
            ```

            ```swift
            let broken = Broken()
            ```

            ```swift
            let good = sqrt(4.0)
            let bad: Int = "two"
            ```

            `{swift} broken.a`, `{swift} 1.twice` and `{claim} bad == 2`.

            ```swift
            let last = 3
            missing(last)
            ```

            See `{swift} last` and `{swift} sqrt("4")`.
            """, to: "one")
        try write("[a](nowhere.md), @fig-none.\n\n```swift\nlet x: Int = 1.5\n```", to: "two")
        let report = await check()
        #expect(report.status == .failed)
        #expect(
            lines(report) == [
                "chapters/two.md:4:1: the link leads to 'nowhere.md', and there is no such chapter and no such file in "
                    + "chapters/",
                "chapters/two.md:4:18: nothing has the label 'fig-none': no figure has one",
                "chapters/one.md:6:30: cannot convert value of type 'String' to specified type 'Int'",
                "chapters/one.md:7:41: cannot convert value of type 'String' to expected argument type 'Int'",
                "chapters/one.md:16:16: cannot convert value of type 'String' to specified type 'Int'",
                "chapters/one.md:23:1: cannot find 'missing' in scope",
                "chapters/two.md:7:14: cannot convert value of type 'Double' to specified type 'Int'",
            ], "\(lines(report))")
        #expect(report.cells == CheckReport.Cells.failed(4))
        #expect(folder.files.allSatisfy { !$0.hasPrefix("site/public") })
    }

    @Test(arguments: [
        // A cell, and the problem at its chapter; nil where there is none.
        ("```swift compile_fail\nlet x: Int = \"a\"\n```", nil),
        (
            "```swift compile_fail\nlet x = 1\n```",
            "chapters/a.md:5:1: the cell compiles, but 'compile_fail' says that it must not"
        ),
        ("```swift ignore\nno Swift at all\n```", nil),
        (
            "```swift no_run\nlet x: Int = \"a\"\n```",
            "chapters/a.md:5:14: cannot convert value of type 'String' to specified type 'Int'"
        ),
        ("```swift should_panic\nfatalError()\n```", nil),
        (
            "```swift should_panic\nlet x: Int = \"a\"\n```",
            "chapters/a.md:5:14: cannot convert value of type 'String' to specified type 'Int'"
        ),
        ("```swift\n//| error: true\nlet x: Int = \"a\"\n```", nil),
        ("```swift\nwhile true {}\n```", nil),
        ("`{claim} 1 > 2`", nil),
        (
            "`{swift} 1 + \"a\"`",
            "chapters/a.md:4:12: binary operator '+' cannot be applied to operands of type 'Int' and 'String'"
        ),
        ("```swift\n//| lable: a\n1\n```", "chapters/a.md:5:5: unknown cell option 'lable': did you mean 'label'?"),
        ("$\\frac{1}$", "chapters/a.md:4:"),
        ("[@nobody1999]", "chapters/a.md:4:2: unknown work 'nobody1999': the course has no bibliography"),
        ("![A](none.png)", "chapters/a.md:4:1: there is no image 'chapters/none.png'"),
        ("[a](#nowhere)", "chapters/a.md:4:1: nothing in chapters/a.md has the id 'nowhere'"),
        ("```swift\n1", "chapters/a.md:4:1: this fence is not closed"),
    ])
    func `compiles, and does not run`(text: String, problem: String?) async throws {
        try write(text, to: "a")
        let found = lines(await check())
        #expect(found.count == (problem == nil ? 0 : 1), "\(found)")
        #expect(problem.map { found.first?.hasPrefix($0) == true } ?? true, "\(found)")
    }

    @Test func `compiles the starter and the solution of an exercise with their check`() async throws {
        func exercise(_ starter: String, _ solution: String) -> String {
            "::: {.exercise #ex-a}\n```swift\n//| label: ex-a\n\(starter)\n```\n```swift\n//| label: ex-a-solution\n\(solution)\n```\n"
                + "```swift\n//| label: ex-a-check\nanswer == 2\n```\n:::"
        }
        try write(exercise("let answer = 1", "let answer = 2"), to: "a")
        #expect(await check().problems == [])
        // What a starter lacks is for readers to add.
        try write(exercise("// Declare 'answer'.", "let answer = 2"), to: "a")
        #expect(await check().problems == [])
        try write(exercise("let answer = 1", "let answer = two"), to: "a")
        #expect(lines(await check()) == ["chapters/a.md:11:14: cannot find 'two' in scope"])
    }

    @Test func `makes no code, and takes what a check or a build has compiled before`() async throws {
        try write("```swift\nlet a = 1\n```\n`{swift} a`\n```swift\na\n```", to: "a")
        #expect(await check().cells == CheckReport.Cells.compiled(2))
        #expect(folder.files.allSatisfy { !$0.hasSuffix(".so") })
        #expect(await check().cells == CheckReport.Cells.cached(2))

        try write("```swift\nlet a = 2\n```\n`{swift} a`\n```swift\na\n```", to: "a")
        let built = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
        #expect(built.counts.cells.run == 2)
        #expect(await check().cells == CheckReport.Cells.cached(2))
    }

    @Test(arguments: [
        (
            "func f(_ a: Bool) -> Int { if a { return 1 } }",
            "5:46: missing return in global function expected to return 'Int'"
        ),
        ("let y: UInt8 = 200 + 100", "5:20: arithmetic operation '200 + 100' (on type 'UInt8') results in an overflow"),
        ("func g() -> Int { let z: Int; return z }", "5:38: constant 'z' used before being initialized"),
        ("print(1 / 0)", "5:9: division by zero"),
        (
            "struct S { let a: Int; init() {} }",
            "5:32: return from initializer without initializing all stored properties"
        ),
        (
            "func set(_ a: inout Int, _ b: inout Int) {}\nvar n = 1\nset(&n, &n)",
            "7:9: inout arguments are not allowed to alias each other"
        ),
    ])
    func `finds what only shows on the way to code`(code: String, problem: String) async throws {
        try write("```swift\n\(code)\n```", to: "a")
        let found = lines(await check())
        #expect(found.first == "chapters/a.md:\(problem)", "\(found)")
        let built = await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
        #expect(built.problems.map(\.message) == (await check()).problems.map(\.message))
    }

    @Test(arguments: [
        (
            "title: C\nchapters: [a, b]\n",
            "site/site.yml:2:15: 'chapters' lists 'b', but there is no chapters/b.md: did you mean 'a'?"
        ),
        ("title: C\ntitel: D\n", "site/site.yml:2:1: unknown key 'titel': did you mean 'title'?"),
        ("chapters: [a]\n", "site/site.yml:1:1: the course has no title"),
    ])
    func `tells what is wrong with the course itself`(configuration: String, problem: String) async throws {
        try write("Text.", to: "a")
        try folder.write(configuration, to: "site/site.yml")
        #expect(lines(await check()) == [problem])
    }
}

extension CheckReport.Cells {
    static func compiled(_ count: Int) -> Self { counts(\.compiled, count) }
    static func cached(_ count: Int) -> Self { counts(\.cached, count) }
    static func failed(_ count: Int) -> Self { counts(\.failed, count) }

    private static func counts(_ property: WritableKeyPath<Self, Int>, _ count: Int) -> Self {
        var cells = CheckReport().cells
        cells[keyPath: property] = count
        return cells
    }
}
