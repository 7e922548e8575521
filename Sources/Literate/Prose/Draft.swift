import CommonMark

/// A chapter's lines on their way to libcmark: what libcmark doesn't know is written in words that it leaves alone, and
/// each byte remembers where in the chapter it comes from.
struct Draft {
    var lines: [DraftLine]

    /// The chapter's lines, with blank ones in the place of the front matter.
    init(_ source: SourceText, firstLine: Int) {
        lines = source.lines.enumerated().map { index, text in
            DraftLine(index + 1 < firstLine ? [] : Array(text.utf8), line: index + 1)
        }
    }

    var text: String {
        String(decoding: Array(lines.map(\.bytes).joined(separator: [DraftLine.newline])), as: UTF8.self)
    }

    /// Where in the chapter a line and a column of the draft come from, both counted from 1.
    func origin(line: Int, column: Int) -> Location {
        guard let line = lines.isEmpty ? nil : lines[min(max(line, 1), lines.count) - 1] else {
            return Location(line: 1, column: 1)
        }
        return line.origin(column - 1)
    }
}

/// One line of a draft.
struct DraftLine {
    private(set) var bytes: [UInt8]
    /// The line of the chapter that this one is, or is part of.
    let line: Int
    /// The columns in the chapter of all bytes, and of what follows the last.
    private var columns: [Int]

    static let newline = UInt8(ascii: "\n")

    init(_ bytes: [UInt8] = [], line: Int) {
        self.bytes = bytes
        self.line = line
        columns = Array(1...(bytes.count + 1))
    }

    /// An empty line that ends where byte number `end` of `other` stands.
    init(in other: DraftLine, at end: Int) {
        bytes = []
        line = other.line
        columns = [other.origin(end).column]
    }

    /// Where in the chapter byte number `offset`, counted from 0, comes from.
    func origin(_ offset: Int) -> Location {
        Location(line: line, column: columns[min(max(offset, 0), bytes.count)])
    }

    /// Adds a piece of another version of this line.
    mutating func append(_ range: Range<Int>, of other: DraftLine) {
        bytes += other.bytes[range]
        columns.removeLast()
        columns += other.columns[range.lowerBound...range.upperBound]
    }

    /// Adds bytes that stand for a piece of another version of this line.
    mutating func append(_ replacement: String, for range: Range<Int>, of other: DraftLine) {
        let start = other.columns[range.lowerBound]
        bytes += replacement.utf8
        columns.removeLast()
        columns += repeatElement(start, count: replacement.utf8.count)
        columns.append(other.columns[range.upperBound])
    }

    /// How many bytes of indentation and of up to `quotes` marks of quotes the line begins with.
    func prefixLength(quotes: Int) -> Int {
        var quotes = quotes
        return bytes.prefix { byte in
            if byte == UInt8(ascii: ">"), quotes > 0 {
                quotes -= 1
                return true
            }
            return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        }.count
    }
}
