import CommonMark

/// The text of a paragraph, a heading or a table's cell, as bytes that know where they stand in the draft.
///
/// libcmark tells where a block begins and ends. Its inlines are read here from those lines, without the marks of the
/// quotes and lists around them.
struct InlineText {
    private(set) var bytes: [UInt8] = []
    /// For each line, counted from 0 in the draft: which bytes of `bytes` it gives, and at which of its own it begins.
    private(set) var lines: [Line] = []

    struct Line {
        var number: Int
        var start: Int
        var range: Range<Int>
    }

    /// Adds what of line number `number` stands in `columns`.
    mutating func append(_ line: DraftLine, number: Int, columns: Range<Int>) {
        if !lines.isEmpty { bytes.append(DraftLine.newline) }
        let first = bytes.count
        bytes += line.bytes[columns]
        lines.append(Line(number: number, start: columns.lowerBound, range: first..<bytes.count))
    }

    /// The line that byte number `offset` stands in, by its place in `lines`.
    func line(of offset: Int) -> Int {
        (lines.firstIndex { offset <= $0.range.upperBound } ?? lines.count - 1)
    }

    /// Where in the chapter byte number `offset` comes from.
    func origin(_ offset: Int, in draft: [DraftLine]) -> Location {
        let line = lines[line(of: offset)]
        return draft[line.number].origin(line.start + offset - line.range.lowerBound)
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
