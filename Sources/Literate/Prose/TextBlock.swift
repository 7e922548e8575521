import CommonMark

/// A paragraph or heading: a block of lines that hold inlines.
struct TextBlock {
    /// The lines of the draft, counted from 1.
    var lines: ClosedRange<Int>
    /// Where the first line's text begins; nil where it begins behind its prefix, as on all other lines.
    var column: Int?
    var isHeading: Bool
    /// How many quotes the block stands in.
    var quotes: Int

    /// All such blocks of `document`, in the order of its text.
    static func all(in document: Node) -> [TextBlock] {
        var blocks: [TextBlock] = []
        collect(document, quotes: 0, into: &blocks)
        return blocks
    }

    private static func collect(_ node: Node, quotes: Int, into blocks: inout [TextBlock]) {
        switch node.kind {
        case .paragraph, .heading:
            guard var position = node.position else { return }
            // The last line of a heading of several is the one that underlines it.
            if node.kind != .paragraph, position.endLine > position.startLine { position.endLine -= 1 }
            blocks.append(
                TextBlock(
                    lines: position.startLine...max(position.startLine, position.endLine),
                    column: position.startColumn, isHeading: node.kind != .paragraph, quotes: quotes))
        case .blockQuote:
            for child in node.children { collect(child, quotes: quotes + 1, into: &blocks) }
        default:
            for child in node.children { collect(child, quotes: quotes, into: &blocks) }
        }
    }

    /// How many bytes of line `number` are no text: marks of quotes and lists, indentation.
    func start(of number: Int, in draft: Draft) -> Int {
        let line = draft.lines[number - 1]
        if let column, number == lines.lowerBound { return min(column - 1, line.bytes.count) }
        return line.prefixLength(quotes: quotes)
    }

    /// Whether a block could begin on line `number`: it is not indented as far as code is.
    func isBlockIndentation(of number: Int, in draft: Draft) -> Bool {
        start(of: number, in: draft) < start(of: lines.lowerBound, in: draft) + 4
    }

    /// What of line `number` is text.
    func content(of number: Int, in draft: Draft) -> ArraySlice<UInt8> {
        draft.lines[number - 1].bytes[start(of: number, in: draft)...]
    }

    /// The text of some of the block's lines, or of lines behind them.
    func text(of lines: ClosedRange<Int>, in draft: Draft) -> InlineText {
        var text = InlineText()
        for number in lines {
            let line = draft.lines[number - 1]
            var columns = start(of: number, in: draft)..<line.bytes.count
            if isHeading { columns = Self.heading(columns, of: line.bytes) }
            text.append(line, number: number - 1, columns: columns)
        }
        return text
    }

    /// What of a heading's line is text: not the marks around it, nor the blanks behind it.
    private static func heading(_ columns: Range<Int>, of line: [UInt8]) -> Range<Int> {
        let blanks = " \t".utf8
        let marks = line[columns].prefix { $0 == UInt8(ascii: "#") }
        var text = line[columns]
        if (1...6).contains(marks.count), text.dropFirst(marks.count).first.map(blanks.contains) ?? true {
            text = text.dropFirst(marks.count).drop(while: blanks.contains)
            let closing = trimmed(text).reversed().prefix { $0 == UInt8(ascii: "#") }.count
            let rest = trimmed(text).dropLast(closing)
            if closing > 0, rest.last.map(blanks.contains) ?? true { text = rest }
        }
        return trimmed(text).indices
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text[..<(text.lastIndex { !" \t".utf8.contains($0) }.map { $0 + 1 } ?? text.startIndex)]
    }
}
