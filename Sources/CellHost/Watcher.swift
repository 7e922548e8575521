#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The way from a process that runs a unit to the one that watches it: lines of text through a pipe.
struct Watcher {
    private let descriptor: Int32

    /// What a process that runs a unit tells.
    enum Report: Equatable {
        /// It runs another unit itself, of this command.
        case started([UInt8])
        case finished(seconds: Double, isIsolated: Bool)
        /// A command is for an earlier state than its own.
        case forwarded([UInt8])
    }

    /// A new pipe: the end that is read and the one that is written.
    static func pipe() throws(SystemError) -> (LineReader, Watcher) {
        var ends: [Int32] = [0, 0]
        guard systemPipe(&ends) == 0 else { throw SystemError(operation: "make a pipe", code: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (LineReader(descriptor: ends[0]), Watcher(descriptor: ends[1]))
    }

    func started(_ command: [UInt8]) {
        send(Array("s".utf8) + command)
    }

    func finished(seconds: Double, isIsolated: Bool) {
        send(Array("\(isIsolated ? "i" : "t")\(seconds)".utf8))
    }

    func forward(_ command: [UInt8]) {
        send(Array("f".utf8) + command)
    }

    func close() {
        systemClose(descriptor)
    }

    /// What a line means; nil where it is damaged.
    static func report(_ line: [UInt8]) -> Report? {
        let rest = line.dropFirst()
        switch line.first {
        case UInt8(ascii: "s"): return .started(Array(rest))
        case UInt8(ascii: "i"): return .finished(seconds: seconds(rest), isIsolated: true)
        case UInt8(ascii: "t"): return .finished(seconds: seconds(rest), isIsolated: false)
        case UInt8(ascii: "f"): return .forwarded(Array(rest))
        default: return nil
        }
    }

    private static func seconds(_ text: ArraySlice<UInt8>) -> Double {
        Double(String(decoding: text, as: UTF8.self)) ?? 0
    }

    private func send(_ line: [UInt8]) {
        let bytes = line + [UInt8(ascii: "\n")]
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }
}

/// `pipe(2)` and `close(2)`, which methods of these names hide.
private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
private func systemClose(_ descriptor: Int32) { close(descriptor) }
