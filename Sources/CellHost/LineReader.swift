#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Reads a descriptor line by line.
final class LineReader {
    let descriptor: Int32
    private var pending: [UInt8] = []

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    func close() {
        closeDescriptor(descriptor)
    }

    /// Whether a whole line was read with an earlier one: no system call tells of it any more.
    var hasLine: Bool { pending.contains(UInt8(ascii: "\n")) }

    /// The next line without its newline; nil at the end.
    func next() -> [UInt8]? {
        while true {
            if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(pending[..<end])
                pending.removeSubrange(...end)
                return line
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return nil }
            pending += buffer[..<count]
        }
    }
}

/// `close(2)`, which a method of that name hides.
private func closeDescriptor(_ descriptor: Int32) {
    close(descriptor)
}
