import CommonMark

/// A piece of printed Markdown: a table as `PipeTableDraft` describes it, or what stands before and after tables.
enum PrintedPiece: Equatable {
    case text(String)
    /// The cells of each row, the head's first, as Markdown.
    case table([PipeTable.Alignment], rows: [[String]])

    /// A table begins where a line of cells stands above a line of rules, outside of code, and ends at a blank line.
    static func pieces(of text: String) -> [PrintedPiece] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
        var pieces: [PrintedPiece] = []
        var words: [[UInt8]] = []
        var fence: ArraySlice<UInt8>?
        func flush() {
            if !words.isEmpty {
                pieces.append(.text(String(decoding: Array(words.joined(separator: [0x0A])), as: UTF8.self)))
            }
            words = []
        }
        var number = 0
        while number < lines.count {
            if fence == nil, let alignments = alignments(of: lines, head: number) {
                flush()
                let end = lines[number...].firstIndex { $0.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
                let rows = [number] + Array(number + 2..<max(end ?? lines.count, number + 2))
                pieces.append(.table(alignments, rows: rows.map { cells(lines[$0], count: alignments.count) }))
                number = end ?? lines.count
            } else {
                fence = fenceAfter(lines[number], in: fence)
                words.append(lines[number])
                number += 1
            }
        }
        flush()
        return pieces
    }
}

extension PrintedPiece {
    private static func alignments(of lines: [[UInt8]], head: Int) -> [PipeTable.Alignment]? {
        guard head + 1 < lines.count, lines[head].contains(UInt8(ascii: "|")),
            !lines[head].starts(with: "    ".utf8),
            let alignments = PipeTableDraft.alignments(lines[head + 1][...]),
            PipeTableDraft.cells(lines[head][...]).count == alignments.count
        else { return nil }
        return alignments
    }

    /// As many cells as the table has columns: the last ones are empty where a row is short, and left out beyond.
    private static func cells(_ line: [UInt8], count: Int) -> [String] {
        let cells = PipeTableDraft.cells(line[...]).prefix(count).map {
            String(decoding: line[$0], as: UTF8.self).replacing("\\|", with: "|")
        }
        return cells + Array(repeating: "", count: count - cells.count)
    }

    /// The fence of the code that goes on behind a line; nil outside of code.
    private static func fenceAfter(_ line: [UInt8], in fence: ArraySlice<UInt8>?) -> ArraySlice<UInt8>? {
        let text = line.drop { $0 == 0x20 }
        guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return fence }
        let run = text.prefix { $0 == mark }
        guard let fence else { return run.count < 3 ? nil : run }
        let isEnd =
            mark == fence.first && run.count >= fence.count && text.dropFirst(run.count).allSatisfy { $0 == 0x20 }
        return isEnd ? nil : fence
    }
}
