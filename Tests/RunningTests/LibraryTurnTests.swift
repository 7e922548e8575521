import Foundation
import Running
import Synchronization
import TestSupport
import Testing

@Suite struct `A build's turn to compile the libraries for the browser` {
    @Test func `comes when that of the build before it is over`() async throws {
        let folder = try TemporaryFolder()
        let url = folder.url, log = Log()
        var first: LibraryTurn? = try await LibraryTurn.wait(in: url)
        let second = Task {
            let turn = try await LibraryTurn.wait(in: url)
            log.add(turn == nil ? "none" : "second")
        }
        try await Task.sleep(for: .milliseconds(300))
        log.add(first == nil ? "none" : "first")
        first = nil
        try await second.value
        #expect(log.words == ["first", "second"])
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

private final class Log: Sendable {
    private let said = Mutex<[String]>([])

    var words: [String] { said.withLock { $0 } }

    func add(_ word: String) {
        said.withLock { $0.append(word) }
    }
}
