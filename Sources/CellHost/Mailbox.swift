#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Memory that all processes of a host share, in which one leaves a command for the process that it came from.
struct Mailbox {
    private static let size = 1 << 16
    private let memory: UnsafeMutableRawPointer

    init() throws(SystemError) {
        let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { throw SystemError(operation: "share memory", code: errno) }
        self.memory = memory
    }

    /// Leaves a command.
    func put(_ line: [UInt8]) {
        precondition(line.count <= Self.size - 8, "a command is longer than the mailbox")
        memory.advanced(by: 8).copyMemory(from: line, byteCount: line.count)
        memory.storeBytes(of: Int64(line.count), as: Int64.self)
    }

    /// The command that was left, which is then gone.
    func take() -> [UInt8]? {
        let count = Int(memory.load(as: Int64.self))
        guard count > 0 else { return nil }
        memory.storeBytes(of: 0, as: Int64.self)
        return Array(UnsafeRawBufferPointer(start: memory + 8, count: min(count, Self.size - 8)))
    }
}
