public import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `weft serve` at work on a course.
public final class ServedCourse: Sendable {
    public let port: UInt16
    private let process: RunningProgram

    /// Serves the course in `folder`, on a port of its own.
    public init(_ folder: URL, arguments: [String] = []) async throws {
        process = try RunningProgram(["serve", "--port", "0"] + arguments + [folder.path])
        let line = try await process.wait {
            $0.firstMatch(of: #/Serving http:\/\/127\.0\.0\.1:(\d+)\//#).map { String($0.1) }
        }
        port = UInt16(line) ?? 0
    }

    /// The address of one of its pages.
    public func url(_ page: String) -> URL {
        URL(string: "http://127.0.0.1:\(port)/\(page)")!
    }

    /// What it has said on the terminal.
    public var output: String { process.output }

    /// The number of its process.
    public var identifier: Int32 { process.identifier }

    public func get(_ path: String, headers: [(name: String, value: String)] = []) throws -> LoopbackRequest.Answer {
        try LoopbackRequest(path: path, headers: headers).send(to: port)
    }

    /// Waits until the page at `path` is as `isDone` says, and gives it.
    @discardableResult
    public func page(_ path: String, _ isDone: (String) -> Bool = { _ in true }) async throws -> String {
        let end = ContinuousClock.now + .seconds(60)
        var text = ""
        while ContinuousClock.now < end {
            text = (try? get(path).text) ?? ""
            if isDone(text) { return text }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw NeverHappened(seen: text)
    }

    /// Waits until what it has said on the terminal is as `isDone` says.
    public func said(_ isDone: (String) -> Bool) async throws {
        _ = try await process.wait { isDone($0) ? true : nil }
    }

    /// Asks it to end, as Ctrl-C does, and waits until it has.
    /// - Returns: the signal that it ended by.
    @discardableResult
    public func end(by signal: Int32 = SIGINT) async -> Int32 {
        await process.end(by: signal)
    }
}

/// `weft` at work, with what it says.
public final class RunningProgram: Sendable {
    private let said = Mutex("")
    // Nothing of it is changed once it runs.
    private nonisolated(unsafe) let process = Process()

    public init(_ arguments: [String], in folder: URL? = nil) throws {
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: BuiltProducts.weft)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.standardOutput = pipe
        process.standardError = pipe
        pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil }
            self?.said.withLock { $0 += String(decoding: data, as: UTF8.self) }
        }
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// What it has said so far.
    public var output: String { said.withLock { $0 } }

    public var identifier: Int32 { process.processIdentifier }

    /// What `found` finds in what it says, as soon as it does.
    public func wait<Value>(_ found: (String) -> Value?) async throws -> Value {
        let end = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < end {
            if let value = found(output) { return value }
            guard process.isRunning else { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        if let value = found(output) { return value }
        throw NeverHappened(seen: output)
    }

    /// Sends it a signal and waits until it has ended.
    /// - Returns: the signal that it ended by; 0 where it exited by itself.
    public func end(by signal: Int32) async -> Int32 {
        kill(process.processIdentifier, signal)
        while process.isRunning { try? await Task.sleep(for: .milliseconds(10)) }
        return process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0
    }

    /// Whether all processes that name `folder` end soon.
    public static func haveEnded(naming folder: URL) async -> Bool {
        for _ in 0..<200 {
            if processes(naming: folder).isEmpty { return true }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// The command lines of all processes that name `folder`, but for those of this one.
    public static func processes(naming folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.compactMap { number in
            let line = try? Data(contentsOf: URL(fileURLWithPath: "/proc/\(number)/cmdline"))
            let text = String(decoding: line ?? Data(), as: UTF8.self).replacing("\0", with: " ")
            return text.contains(folder.path) && number != getpid() ? text : nil
        }
    }
}

/// What a test waited for did not come.
public struct NeverHappened: Error, CustomStringConvertible {
    var seen: String
    public var description: String { "waited in vain; seen last: \(seen.suffix(3000))" }
}
