import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `weft` at work in a terminal of its own.
public final class Terminal: Sendable {
    private let said = Mutex("")
    private let side: Int32
    // Nothing of it is changed once it runs.
    private nonisolated(unsafe) let process = Process()

    public init(_ arguments: [String]) throws {
        // Not in the module through which Swift sees the C library.
        typealias Call = @convention(c) (Int32) -> Int32
        typealias Naming = @convention(c) (Int32) -> UnsafePointer<CChar>?
        let open = unsafeBitCast(dlsym(nil, "posix_openpt"), to: Call.self)
        let unlock = unsafeBitCast(dlsym(nil, "unlockpt"), to: Call.self)
        let name = unsafeBitCast(dlsym(nil, "ptsname"), to: Naming.self)
        side = open(O_RDWR | O_NOCTTY)
        guard side >= 0, unlock(side) == 0, let name = name(side) else { throw NeverHappened(seen: "a terminal") }
        // A session has the terminal that it opens first.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        process.arguments =
            [
                "--wait", "/bin/sh", "-c", "exec 0<>\(String(cString: name)) 1>&0 2>&0; exec \"$0\" \"$@\"",
                BuiltProducts.weft,
            ]
            + arguments
        try process.run()
        let side = side
        Thread.detachNewThread { [weak self] in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(side, &buffer, buffer.count)
                guard count > 0 else { return }
                let text = String(decoding: buffer[..<count], as: UTF8.self)
                self?.said.withLock { $0 += text }
            }
        }
    }

    /// What was said on it, as soon as it is as `isDone` says.
    public func wait(_ isDone: (String) -> Bool) async throws -> String {
        for _ in 0..<1200 {
            let text = said.withLock { $0 }
            if isDone(text) { return text }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw NeverHappened(seen: said.withLock { $0 })
    }

    public func type(_ text: String) {
        _ = text.withCString { write(side, $0, strlen($0)) }
    }

    /// Waits until the program has ended.
    /// - Returns: the signal that it ended by; 0 where it exited by itself.
    public func end() async -> Int32 {
        while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
        return process.terminationStatus
    }
}
