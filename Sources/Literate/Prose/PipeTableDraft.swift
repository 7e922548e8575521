import CommonMark

/// A table of GitHub Flavored Markdown in the lines of a paragraph.
///
///     | rate | loss |
///     |:-----|-----:|
///     | 0.4  | 0.31 |
///
///     : The loss for each rate. {#tbl-loss}
///
/// A pipe ends a cell unless a backslash stands before it, also in code. A line that begins with a colon, directly
/// behind the table or below a blank line, is its caption.
struct PipeTableDraft {
    var alignments: [PipeTable.Alignment]
    /// The cells of each row, the head's first, by their paragraphs' places among those of all cells.
    var rows: [[Int]] = []
    /// The place of the caption's paragraph, and the attributes behind it.
    var caption: Int?
    var attributes = Attributes()

    /// The alignments that the line below a table's head says; nil where it is no such line.
    static func alignments(_ line: ArraySlice<UInt8>) -> [PipeTable.Alignment]? {
        guard line.contains(UInt8(ascii: "-")), line.contains(UInt8(ascii: "|")),
            line.allSatisfy({ "|-: \t".utf8.contains($0) })
        else { return nil }
        var alignments: [PipeTable.Alignment] = []
        for cell in cells(line) {
            guard let alignment = alignment(line[cell]) else { return nil }
            alignments.append(alignment)
        }
        return alignments
    }

    /// `---`, `:--`, `:-:` or `--:`.
    private static func alignment(_ cell: ArraySlice<UInt8>) -> PipeTable.Alignment? {
        let colon = UInt8(ascii: ":")
        let (isLeft, isRight) = (cell.first == colon, cell.last == colon)
        let rule = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
        guard !rule.isEmpty, rule.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
        return isLeft ? (isRight ? .center : .left) : (isRight ? .right : PipeTable.Alignment.none)
    }

    /// Where the cells of a row stand, without the blanks around them.
    static func cells(_ line: ArraySlice<UInt8>) -> [Range<Int>] {
        let line = trimmed(line)
        var cells: [Range<Int>] = []
        var start = line.startIndex
        var offset = line.startIndex
        while offset < line.endIndex {
            if line[offset] == UInt8(ascii: "|") {
                // The first and last pipes only frame the row.
                if offset > line.startIndex { cells.append(trimmed(line[start..<offset]).indices) }
                start = offset + 1
            }
            offset += line[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        if start < line.endIndex { cells.append(trimmed(line[start...]).indices) }
        return cells
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let line = line.drop(while: isBlank)
        return line[..<(line.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? line.startIndex)]
    }
}
