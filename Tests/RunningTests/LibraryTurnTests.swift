import Foundation
import Running
import Synchronization
import TestSupport
import Testing

@Suite struct `A build's turn to compile the libraries for the browser` {
    @Test func `comes when that of the build before it is over`() async throws {
        let folder = try TemporaryFolder()
        var first = try #require(try await LibraryTurn.wait(in: folder.url)) as LibraryTurn?
        let hasBegun = Mutex(false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let second = try await LibraryTurn.wait(in: folder.url)
                hasBegun.withLock { $0 = second != nil }
            }
            try await Task.sleep(for: .milliseconds(300))
            #expect(first != nil && !hasBegun.withLock { $0 })
            first = nil
            try await group.waitForAll()
        }
        #expect(hasBegun.withLock { $0 })
    }

    @Test func `clears away what a killed build has left, and nothing else`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: ".abc-1/half.o")
        try folder.write("", to: "abc/whole")
        let turn = try await LibraryTurn.wait(in: folder.url)
        #expect(folder.files == [".lock", "abc/whole"])
        withExtendedLifetime(turn) {}
    }

    @Test func `is not waited for where nothing can be written`() async throws {
        #expect(try await LibraryTurn.wait(in: URL(fileURLWithPath: "/proc/none")) == nil)
    }
}
