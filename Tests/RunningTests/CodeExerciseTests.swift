import Literate
import NotebookEvents
import TestSupport
import Testing

@Suite struct `A code exercise` {
    @Test func `holds where its solution passes and its starter fails, and leaves nothing behind`() async throws {
        let execution = try await Chapters.run(
            Self.text(starter: "func half(_ x: Int) -> Int { x }", solution: "func half(_ x: Int) -> Int { x / 2 }")
                + "\n```swift\nlet half = 1\nhalf\n```\n")
        #expect(execution.problems == [])
        #expect(execution.results.last?.events.contains(.output(.text("1"), printed: .nothing)) == true)
    }

    @Test(arguments: [
        "func half(_ x: Int) -> Int { fatalError() }", "func half(_ x: Int) -> Int { x +", "let half = 1",
    ])
    func `may have a starter that traps or does not compile`(starter: String) async throws {
        let execution = try await Chapters.run(
            Self.text(starter: starter, solution: "func half(_ x: Int) -> Int { x / 2 }"))
        #expect(execution.problems == [])
    }

    @Test(arguments: [
        (
            "func half(_ x: Int) -> Int { x / 2 }", "func half(_ x: Int) -> Int { x / 2 }", "half(4) == 2",
            "7:1: error: this starter passes the check already: there is nothing to do"
        ),
        (
            "func half(_ x: Int) -> Int { x }", "func half(_ x: Int) -> Int { x / 3 }", "half(4) == 2",
            "12:1: error: this solution does not pass its check"
        ),
        (
            "func half(_ x: Int) -> Int { x }", "func half(_ x: Int) -> Int { x / 2 }", "_ = half(4) == 2",
            "12:1: error: the check of this solution gives neither true nor false"
        ),
        (
            "func half(_ x: Int) -> Int { x }", "func half(_ x: Int) -> Int { x / two }", "half(4) == 2",
            "12:34: error: cannot find 'two' in scope"
        ),
        (
            "func half(_ x: Int) -> Int { x }", "func half(_ x: Int) -> Int { x / 2 }", "hafl(4) == 2",
            "17:1: error: cannot find 'hafl' in scope"
        ),
    ])
    func `is an error at its line where it can't be done, or is done already`(
        starter: String, solution: String, check: String, problem: String
    ) async throws {
        let execution = try await Chapters.run(Self.text(starter: starter, solution: solution, check: check))
        #expect(
            execution.problems.first?.description.hasPrefix("chapters/x.md:" + problem) == true, "\(execution.problems)"
        )
    }

    private static func text(starter: String, solution: String, check: String = "half(4) == 2") -> String {
        """
        ::: {.exercise #ex-half}
        ```swift
        //| label: ex-half
        \(starter)
        ```

        ```swift
        //| label: ex-half-solution
        \(solution)
        ```

        ```swift
        //| label: ex-half-check
        \(check)
        ```
        :::

        """
    }
}
