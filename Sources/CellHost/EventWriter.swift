import NotebookEvents

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The descriptor that events leave by.
struct EventWriter {
    let descriptor: Int32

    /// Writes `event` as one line. What the cell printed before it is flushed first and counted, so that the weaver
    /// can put both in the order in which they happened.
    func write(_ event: Event) {
        StandardStreams.flush()
        var event = event
        if case .output(let output, _) = event {
            event = .output(output, printed: Int(max(0, lseek(STDOUT_FILENO, 0, SEEK_CUR))))
        }
        writeAll(EventLine.encode(event) + [UInt8(ascii: "\n")])
    }

    private func writeAll(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { unistdWrite(descriptor, $0.baseAddress, $0.count) }
            // Nobody reads any more: the weaver is gone, so there is nothing left to do.
            if written < 0 && errno != EINTR { exit(1) }
            rest = rest.dropFirst(max(0, written))
        }
    }
}

/// `write(2)`, which a method of that name hides.
private func unistdWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
