/// What a cell that trapped left on standard error: its own messages, and the report of Swift's runtime.
///
///     Cell2/main.swift:12: Fatal error: Index out of range
///     Current stack trace:
///     0    libswiftCore.so                    0x00007f233835f130 swift_reportError + 33
///
/// The stack's addresses differ from run to run, and lead a reader nowhere.
struct TrapReport {
    /// What the cell itself had written.
    let messages: String
    /// Why it trapped, in the runtime's words, on the last line that looks like it; nil where there is none.
    let reason: String?

    init(_ standardError: String) {
        let pattern = #/(Fatal error|Precondition failed|Assertion failed)(?:: (.*))?$/#
        // Of casts and of overlapping accesses the runtime speaks in its own way, with addresses.
        let address = #/ ?\(?0x[0-9a-f]+\)?/#
        let lines = standardError.split(separator: "\n", omittingEmptySubsequences: false)
        var start = lines.firstIndex { $0 == "Current stack trace:" } ?? lines.endIndex
        var reason: String?
        if let line = lines.lastIndex(where: { $0.firstMatch(of: pattern) != nil }),
            let match = lines[line].firstMatch(of: pattern)
        {
            start = min(start, line)
            reason = match.2.map { String($0) } ?? match.1.lowercased()
        } else if let line = lines.lastIndex(where: { line in Self.starts.contains { line.hasPrefix($0) } }) {
            start = min(start, line)
            reason = String(lines[line]).replacing(address, with: "")
            if reason?.last == "." { reason?.removeLast() }
        }
        self.reason = reason
        messages = lines[..<start].joined(separator: "\n")
    }

    private static let starts = ["Could not cast value of type ", "Simultaneous accesses to "]
}
