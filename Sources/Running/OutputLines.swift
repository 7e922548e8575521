import Subprocess

/// The lines that a process writes.
struct OutputLines {
    private var buffers: SubprocessOutputSequence.Iterator
    /// What was read and not given out yet.
    private var pending: [UInt8] = []
    /// How much of it is known to hold no line's end.
    private var searched = 0

    /// A line that is longer than this, in bytes, is the end.
    static let limit = 64 << 20

    init(of output: SubprocessOutputSequence) {
        buffers = output.makeAsyncIterator()
    }

    /// The next line without its end; nil where there is none.
    mutating func next() async throws -> [UInt8]? {
        while true {
            if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer {
                    pending.removeSubrange(...end)
                    searched = 0
                }
                return Array(pending[..<end])
            }
            searched = pending.count
            guard searched <= Self.limit, let buffer = try await buffers.next() else { return nil }
            buffer.withUnsafeBytes { pending += $0 }
        }
    }
}
