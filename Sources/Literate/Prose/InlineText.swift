import CommonMark

/// The text of a paragraph, a heading or a table's cell, as bytes that know where they stand in the draft.
///
/// libcmark tells where a block begins and ends. Its inlines are read here from those lines, without the marks of the
/// quotes and lists around them.
struct InlineText {
    private(set) var bytes: [UInt8] = []
    /// The lines, and which bytes of `bytes` each gives.
    private(set) var lines: [Line] = []

    struct Line {
        /// The line's place in the draft, counted from 0.
        var number: Int
        var draft: DraftLine
        /// Where in the line its text begins.
        var start: Int
        var range: Range<Int>
    }

    /// Adds what of line number `number` stands in `columns`.
    mutating func append(_ line: DraftLine, number: Int, columns: Range<Int>) {
        if !lines.isEmpty { bytes.append(DraftLine.newline) }
        let first = bytes.count
        bytes += line.bytes[columns]
        lines.append(Line(number: number, draft: line, start: columns.lowerBound, range: first..<bytes.count))
    }

    /// Where in the chapter byte number `offset` comes from.
    func origin(_ offset: Int) -> Location {
        let line = lines[line(of: offset)]
        return line.draft.origin(line.start + offset - line.range.lowerBound)
    }

    /// The line that byte number `offset` stands in, by its place in `lines`.
    func line(of offset: Int) -> Int {
        var (low, high) = (0, lines.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].range.upperBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
