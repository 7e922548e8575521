import Literate
import NotebookEvents
import Testing

@Suite struct `The word behind a fence` {
    @Test(
        arguments: [
            ("swift", .run), ("{swift}", .run), ("swift ignore", .ignored), ("swift no_run", .compileOnly),
            ("{swift} compile_fail", .mustNotCompile), ("swift should_panic", .mustFail),
            ("swift  should_panic ", .mustFail),
        ] as [(String, Cell.Expectation)])
    func `says what is to become of the cell`(info: String, expectation: Cell.Expectation) throws {
        let chapter = try Chapter("```\(info)\nlet a = 1\n```\n")
        #expect(chapter.cells.map(\.expectation) == [expectation])
        #expect(chapter.units.count == (expectation == .ignored ? 0 : 1))
    }

    @Test(arguments: [
        (
            "```swift shuold_panic\n```",
            "4:1: error: unknown word 'shuold_panic' behind a fence: did you mean 'should_panic'?"
        ),
        ("```swift norun\n```", "4:1: error: unknown word 'norun' behind a fence: did you mean 'no_run'?"),
        ("```swift zzz\n```", "4:1: error: unknown word 'zzz' behind a fence: known are compile_fail, ignore, no_run"),
        ("```swift ignore no_run\n```", "4:1: error: more than one word behind a fence: ignore, no_run"),
        ("```swift ignore ignore\n```", "4:1: error: more than one word behind a fence: ignore, ignore"),
        ("```swift no_run no_rnu\n```", "4:1: error: unknown word 'no_rnu' behind a fence: did you mean 'no_run'?"),
        ("```swift,no_run\n```", "4:1: error: unknown word 'swift,no_run' behind a fence: did you mean 'swift'?"),
        ("```swift no_run\n//| eval: false\n```", "5:1: error: the cell can't be 'no_run' and have 'eval: false'"),
        (
            "```swift should_panic\n//| error: true\n```",
            "5:1: error: the cell can't be 'should_panic' and have 'error: true'"
        ),
    ])
    func `is refused where it means nothing`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try Chapter(text + "\n") }
    }

    @Test func `and the option 'eval' both leave a cell out`() throws {
        let chapter = try Chapter("```swift\n//| eval: false\nfoo(\n```\n\n```swift\n1\n```\n")
        #expect(chapter.cells.map(\.expectation) == [.ignored, .run])
        #expect(chapter.units.count == 1)
    }

    @Test(arguments: ["no_run", "compile_fail", "should_panic", "ignore"])
    func `leaves the names that the cell declares free`(word: String) throws {
        let chapter = try Chapter("```swift \(word)\nlet a = 1\n```\n\n```swift\nlet a = 2\n```\n")
        #expect(chapter.cells.count == 2)
    }

    private static let error = Problem(file: "x", message: "went wrong")
    private static let warning = Problem(file: "x", severity: .warning, message: "careful")

    @Test(
        arguments: [
            ("compile_fail", false, .failed, .ran, [warning], [error]),
            ("should_panic", true, .failed, .ran, [warning], [error]),
            ("should_panic", false, .failed, .failed, [error, warning], []),
            ("no_run", false, .failed, .failed, [error, warning], []),
            ("", true, .failed, .failed, [error, warning], []),
        ] as [(String, Bool, UnitResult.Status, UnitResult.Status, [Problem], [Problem])])
    func `makes failures expected, or not`(
        word: String, compiled: Bool, status: UnitResult.Status, judged: UnitResult.Status, problems: [Problem],
        expected: [Problem]
    ) throws {
        let result = UnitResult(status: status, problems: [Self.error, Self.warning])
            .judged(by: try cell(word), path: "x", compiled: compiled)
        #expect(result.status == judged)
        #expect(result.problems == problems)
        #expect(result.expectedFailures == expected)
    }

    @Test(arguments: [
        ("compile_fail", "x:5:1: error: the cell compiles, but 'compile_fail' says that it must not"),
        ("should_panic", "x:5:1: error: the cell ran to its end, but 'should_panic' says that it must fail"),
    ])
    func `makes success a problem where a failure is expected`(word: String, problem: String) throws {
        let result = UnitResult(status: .ran).judged(by: try cell(word), path: "x", compiled: true)
        #expect(result.status == .failed)
        #expect(result.problems.map(\.description) == [problem])
    }

    @Test func `is not needed where a cell may fail`() throws {
        let cell = try #require(try Chapter("```swift\n//| error: true\n1\n```\n").cells.first)
        let result = UnitResult(status: .failed, problems: [Self.error]).judged(by: cell, path: "x", compiled: true)
        #expect(result == UnitResult(status: .ran, expectedFailures: [Self.error]))
        #expect(UnitResult(status: .ran).judged(by: cell, path: "x", compiled: true) == UnitResult(status: .ran))
    }

    private func cell(_ word: String) throws -> Cell {
        try #require(try Chapter("```swift \(word)\n1\n```\n").cells.first)
    }
}
