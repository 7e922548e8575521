#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Memory that all processes of a host share, in which one leaves a command for the process that it came from, and the
/// running unit the number of the place that it has reached.
struct Mailbox {
    private static let size = 1 << 16
    /// Before a command stand its length and the place.
    private static let head = 16
    private let memory: UnsafeMutableRawPointer

    init() throws(SystemError) {
        let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { throw SystemError(operation: "share memory", code: errno) }
        self.memory = memory
    }

    /// Where the number of the place is that the running unit has reached.
    var place: UnsafeMutablePointer<Int> {
        (memory + MemoryLayout<Int64>.stride).bindMemory(to: Int.self, capacity: 1)
    }

    /// Leaves a command.
    func put(_ line: [UInt8]) {
        precondition(line.count <= Self.size - Self.head, "a command is longer than the mailbox")
        memory.advanced(by: Self.head).copyMemory(from: line, byteCount: line.count)
        memory.storeBytes(of: Int64(line.count), as: Int64.self)
    }

    /// The command that was left, which is then gone.
    func take() -> [UInt8]? {
        let count = Int(memory.load(as: Int64.self))
        guard count > 0 else { return nil }
        memory.storeBytes(of: 0, as: Int64.self)
        return Array(UnsafeRawBufferPointer(start: memory + Self.head, count: min(count, Self.size - Self.head)))
    }
}
