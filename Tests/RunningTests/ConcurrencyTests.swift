import Literate
import NotebookEvents
import TestSupport
import Testing

/// The first cell's process is made by `fork`, and so is every later one's.
@Suite struct `A cell that starts work beside itself` {
    @Test(arguments: [
        // A task, as the error about 'await' says how.
        """
        @Sendable func count() async -> Int { 3 }
        let done = DispatchSemaphore(value: 0)
        Task { print("task", await count()); done.signal() }
        done.wait()
        """,
        """
        let done = DispatchSemaphore(value: 0)
        DispatchQueue.global().async { print("task 3"); done.signal() }
        done.wait()
        """,
        """
        let group = DispatchGroup()
        DispatchQueue(label: "own").async(group: group) { print("task 3") }
        group.wait()
        """,
    ])
    func `finds it done, whichever cell it is`(code: String) async throws {
        let cell = "```swift\n//| timeout: 20\nimport Dispatch\ndo {\n\(code)\n}\n```\n"
        let execution = try await Chapters.run(cell + "```swift\nlet between = 1\n```\n" + cell)
        #expect(execution.problems == [])
        #expect(execution.results.map(\.printed.output) == ["task 3\n", "", "task 3\n"])
    }
}
