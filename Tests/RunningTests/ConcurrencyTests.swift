import Literate
import NotebookEvents
import TestSupport
import Testing

/// A cell's process is made by `fork`, which takes no threads with it.
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
    func `finds it done`(code: String) async throws {
        let execution = try await Chapters.run(
            "```swift\n//| timeout: 20\nimport Dispatch\ndo {\n\(code)\n}\n```\n")
        #expect(execution.problems == [])
        #expect(execution.results.map(\.standardOutput) == ["task 3\n"])
    }
}
