import CommonMark

extension ProseReader {
    /// The line of a table's head in `block`: the one above the first line of rules.
    mutating func tableHead(in block: TextBlock) -> Int? {
        for number in block.lines.dropLast() {
            let head = block.content(of: number, in: draft)
            guard let alignments = PipeTableDraft.alignments(block.content(of: number + 1, in: draft)),
                head.contains(UInt8(ascii: "|")), block.isBlockIndentation(of: number, in: draft)
            else { continue }
            let cells = PipeTableDraft.cells(head)
            if cells.count == alignments.count { return number }
            report(
                "the line below a table's head has \(alignments.count) columns, the head \(cells.count)",
                at: draft.lines[number].origin(block.start(of: number + 1, in: draft)))
        }
        return nil
    }

    mutating func readTable(from head: Int, of block: TextBlock) -> Int {
        var table = PipeTableDraft(
            alignments: PipeTableDraft.alignments(block.content(of: head + 1, in: draft)) ?? [])
        var last = block.lines.upperBound
        for number in block.lines where number == head || number > head + 1 {
            if isCaption(number, of: block) {
                last = number - 1
                break
            }
            table.rows.append(readRow(number, of: block, columns: table.alignments.count))
        }
        let end = readCaption(below: last, of: block, into: &table)
        let first = draft.lines[head - 1]
        let start = block.start(of: head, in: draft)
        replace(start..<first.bytes.count, of: head - 1) { placeholders in
            placeholders.addBlock(.table(table), source: "", at: first.origin(start))
        }
        for number in head + 1..<max(end, last) + 1 where !block.content(of: number, in: draft).isEmpty {
            // A line that is indented further would be code.
            let start = min(start, block.start(of: number, in: draft))
            replace(start..<draft.lines[number - 1].bytes.count, of: number - 1) {
                $0.addBlock(.continuation, source: "", at: first.origin(start))
            }
        }
        return max(end, block.lines.upperBound)
    }

    private mutating func readRow(_ number: Int, of block: TextBlock, columns: Int) -> [Int] {
        let ranges = PipeTableDraft.cells(block.content(of: number, in: draft))
        if ranges.count > columns {
            report(
                "this row has \(ranges.count) cells, the table \(columns) columns",
                at: draft.lines[number - 1].origin(ranges[columns].lowerBound),
                fix: "write '\\|' for a pipe that is part of a cell, also in code")
        }
        return ranges.prefix(columns).map { addCell(number, $0) }
    }

    private func isCaption(_ number: Int, of block: TextBlock) -> Bool {
        guard number <= draft.lines.count else { return false }
        return block.content(of: number, in: draft).starts(with: ": ".utf8)
    }

    /// Reads the line `: Caption {#tbl-x}` directly below a table's last line, or below a blank line.
    /// - Returns: the last line that belongs to the table.
    private mutating func readCaption(below last: Int, of block: TextBlock, into table: inout PipeTableDraft) -> Int {
        var number = last + 1
        if number <= draft.lines.count, block.content(of: number, in: draft).isEmpty { number += 1 }
        guard isCaption(number, of: block) else { return last }
        let start = block.start(of: number, in: draft)
        var range = start + 2..<draft.lines[number - 1].bytes.count
        var text = InlineText()
        text.append(draft.lines[number - 1], number: number - 1, columns: range)
        if let attributes = headingAttributes(in: text), case .headingAttributes(let value) = attributes.content {
            table.attributes = value
            range = range.lowerBound..<range.lowerBound + attributes.range.lowerBound
        }
        table.caption = addCell(number, range)
        return number
    }

    /// Makes a paragraph of a piece of a line, and returns its place.
    private mutating func addCell(_ number: Int, _ columns: Range<Int>) -> Int {
        let line = draft.lines[number - 1]
        var text = InlineText()
        text.append(line, number: number - 1, columns: columns)
        var scanner = InlineScanner(text)
        scanner.scan()
        report(scanner.faults, in: text)
        // A word before the text keeps it from being anything but a paragraph.
        var cell = DraftLine(in: line, at: columns.lowerBound)
        cell.append("\(Placeholders.filler) ", for: columns.lowerBound..<columns.lowerBound, of: line)
        var end = columns.lowerBound
        for finding in scanner.findings {
            let range = finding.range.lowerBound + columns.lowerBound..<finding.range.upperBound + columns.lowerBound
            appendUnescaped(end..<range.lowerBound, of: line, to: &cell)
            let word = placeholders.add(
                finding.content, source: text.text(finding.range), at: line.origin(range.lowerBound))
            cell.append(word, for: range, of: line)
            end = range.upperBound
        }
        appendUnescaped(end..<columns.upperBound, of: line, to: &cell)
        cells += [cell, DraftLine(in: line, at: columns.upperBound)]
        return cells.count / 2 - 1
    }

    /// Adds a piece of a row, in which `\|` is a pipe.
    private func appendUnescaped(_ range: Range<Int>, of line: DraftLine, to cell: inout DraftLine) {
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            if line.bytes[offset] == UInt8(ascii: "\\"), offset + 1 < range.upperBound {
                if line.bytes[offset + 1] == UInt8(ascii: "|") {
                    cell.append(start..<offset, of: line)
                    start = offset + 1
                }
                offset += 1
            }
            offset += 1
        }
        cell.append(start..<range.upperBound, of: line)
    }
}
