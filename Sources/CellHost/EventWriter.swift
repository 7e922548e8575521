import NotebookEvents

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The way that events take to the weaver.
final class EventWriter {
    private let descriptor: Int32
    private let lock = Lock()
    /// What each line begins with, so that the weaver knows it from what a cell may have written there.
    var token = ""
    /// How many bytes the outputs of the running unit have had.
    private var outputBytes = 0

    /// More than this in one unit is left out, in bytes: no page could show it.
    private static let outputLimit = 32 << 20
    /// A table that is longer than this is cut, in bytes.
    private static let tableLimit = 1 << 20

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Begins a unit.
    func begin() {
        outputBytes = 0
    }

    /// Writes `event` as one line. What the cell printed before it is flushed first and counted, so that the weaver
    /// can put both in the order in which they happened.
    func write(_ event: Event) {
        lock.withLock {
            guard case .output(let output, _) = event else { return writeLine(event) }
            let printed = StandardStreams.printed
            if case .table(let table) = output, let (beginning, notice) = table.cut(to: Self.tableLimit) {
                write(.output(.table(beginning), printed: printed), printed: printed)
                write(.output(.text(notice), printed: printed), printed: printed)
            } else {
                write(.output(output, printed: printed), printed: printed)
            }
        }
    }
}

extension EventWriter {
    private func write(_ output: Event, printed: Printed) {
        guard outputBytes <= Self.outputLimit else { return }
        let line = EventLine.encode(output)
        outputBytes += line.count
        guard outputBytes > Self.outputLimit else { return writeBytes(line) }
        let notice = "… (left out: the cell showed more than \(Self.outputLimit >> 20) MB)"
        writeLine(.output(.text(notice), printed: printed))
    }

    private func writeLine(_ event: Event) {
        writeBytes(EventLine.encode(event))
    }

    private func writeBytes(_ line: [UInt8]) {
        let bytes = Array(token.utf8) + line + [UInt8(ascii: "\n")]
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { unistdWrite(descriptor, $0.baseAddress, $0.count) }
            // Nobody reads any more: the weaver is gone, so there is nothing left to do.
            if written < 0 && errno != EINTR { _exit(1) }
            rest = rest.dropFirst(max(0, written))
        }
    }
}

/// `write(2)`, which a method of that name hides.
private func unistdWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
