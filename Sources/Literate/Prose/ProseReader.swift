package import CommonMark

/// Reads a chapter's text: CommonMark by libcmark, and what libcmark doesn't know around it.
///
/// libcmark is the judge of what is a paragraph, what is code and what is raw HTML, so it is asked three times:
///
/// 1. of the text as it is. Lines that are neither code nor HTML are looked through for what makes blocks: the fences
///    of divs and the beginnings of footnotes. Placeholders and markers of lists take their places.
/// 2. of the text with those. Now every paragraph and heading is known, and is looked through for what its lines hold:
///    tables, formulas, references. Placeholders take their places too; each cell of a table becomes a paragraph before
///    the first line.
/// 3. of what came of that. In the tree, nodes take the places of placeholders, and positions in the chapter the
///    places of positions in the draft.
package struct ProseReader {
    let source: SourceText
    private(set) var problems: [Problem] = []
    var draft: Draft
    var placeholders = Placeholders()
    /// The labels of footnotes by the lines on which they begin.
    private var footnotes: [Int: String] = [:]
    /// The paragraphs before the first line: cells and captions of tables.
    private var cells: [DraftLine] = []

    /// The document of a chapter whose text begins on line `firstLine`.
    /// - Throws: `NestedTooDeeply` for a document that no person wrote.
    package static func read(_ source: SourceText, firstLine: Int) throws(NestedTooDeeply) -> (Node, [Problem]) {
        var reader = ProseReader(source: source, draft: Draft(source, firstLine: firstLine))
        reader.refuseReservedCharacters()
        reader.readLines(in: try reader.parsed())
        reader.readBlocks(in: try reader.parsed())
        let document = reader.finished(try reader.parsed())
        return (document, reader.problems)
    }

    private init(source: SourceText, draft: Draft) {
        self.source = source
        self.draft = draft
    }

    mutating func report(_ message: String, at location: Location, fix: String? = nil) {
        problems.append(source.problem(message, at: location, fix: fix))
    }

    private func parsed() throws(NestedTooDeeply) -> Node {
        try CommonMark.parse(draft.text, smart: true)
    }

    private mutating func refuseReservedCharacters() {
        for (index, line) in draft.lines.enumerated() {
            let text = source.line(index + 1)
            guard let place = text.unicodeScalars.firstIndex(where: Placeholders.reserved.contains) else { continue }
            let column = text.utf8.distance(from: text.startIndex, to: place) + 1
            report(
                "U+10FFF0 to U+10FFF2 have no meaning, and can't stand in a chapter",
                at: Location(line: line.line, column: column))
        }
    }
}

// MARK: 1. Lines that make blocks

extension ProseReader {
    private mutating func readLines(in document: Node) {
        var isVerbatim = Set<Int>()
        for node in document.all {
            guard let position = node.position else { continue }
            switch node.kind {
            case .codeBlock: isVerbatim.formUnion(position.startLine...max(position.startLine, position.endLine))
            case .htmlBlock(let html):
                // libcmark tells where such a block begins, but not always where it ends.
                let lines = html.utf8.count { $0 == DraftLine.newline }
                isVerbatim.formUnion(position.startLine...position.startLine + max(0, lines - 1))
            default: continue
            }
        }
        let lines = draft.lines
        draft.lines = []
        for (index, line) in lines.enumerated() {
            draft.lines.append(line)
            if !isVerbatim.contains(index + 1) { readLast(line) }
        }
    }

    /// Reads the last line of the draft so far.
    private mutating func readLast(_ line: DraftLine) {
        let index = draft.lines.count - 1
        let start = line.prefixLength(quotes: .max)
        let text = String(decoding: line.bytes[start...], as: UTF8.self)
        let location = line.origin(start)
        var content: Placeholders.Content
        switch FencedDivs.read(text) {
        case nil: return readFootnote(text, at: start, of: index)
        case .opening(let attributes): content = .divOpening(attributes)
        case .closing: content = .divClosing
        case .malformed(let message):
            report(message, at: location)
            content = .divOpening(Attributes())
        }
        replace(start..<line.bytes.count, of: index) { placeholders in
            placeholders.addBlock(content, source: text, at: location)
        }
    }

    private mutating func readFootnote(_ text: String, at start: Int, of index: Int) {
        guard let (label, length) = Footnotes.definition(text) else { return }
        let line = draft.lines[index]
        // A block of its own keeps the marker out of the list before it.
        replace(start..<line.bytes.count, of: index) { placeholders in
            placeholders.addBlock(.continuation, source: "", at: line.origin(start))
        }
        draft.lines.append(line)
        footnotes[index + 2] = label
        replace(start..<start + length, of: index + 1) { _ in Footnotes.marker }
    }

    /// Writes something else in the place of a piece of a line.
    private mutating func replace(
        _ range: Range<Int>, of index: Int, with replacement: (inout Placeholders) -> String
    ) {
        let old = draft.lines[index]
        var new = DraftLine(in: old, at: 0)
        new.append(0..<range.lowerBound, of: old)
        new.append(replacement(&placeholders), for: range, of: old)
        new.append(range.upperBound..<old.bytes.count, of: old)
        draft.lines[index] = new
    }
}

// MARK: 2. What blocks hold

extension ProseReader {
    private mutating func readBlocks(in document: Node) {
        var taken = 0
        for block in TextBlock.all(in: document) {
            guard block.lines.upperBound > taken else { continue }
            var block = block
            if block.lines.lowerBound <= taken {
                block.lines = taken + 1...block.lines.upperBound
                block.column = nil
            }
            taken = read(block)
        }
        draft.lines = cells + draft.lines
    }

    /// Reads one block, and returns the last line that belonged to it.
    private mutating func read(_ block: TextBlock) -> Int {
        if block.isHeading { return readText(block) }
        guard let head = tableHead(in: block) else { return readText(block) }
        if head > block.lines.lowerBound {
            var before = block
            before.lines = block.lines.lowerBound...head - 1
            _ = readText(before)
        }
        return readTable(from: head, of: block)
    }

    /// Reads a block's inlines; a display formula may take in lines that libcmark gave to other blocks.
    private mutating func readText(_ block: TextBlock) -> Int {
        var lines = block.lines
        var text = block.text(of: lines, in: draft)
        var scanner = InlineScanner(text)
        scanner.scan()
        while scanner.isOpen, let end = formulaEnd(after: lines.upperBound, of: block) {
            lines = lines.lowerBound...end
            text = block.text(of: lines, in: draft)
            scanner = InlineScanner(text)
            scanner.scan()
        }
        var findings = scanner.findings
        if block.isHeading, let attributes = headingAttributes(in: text) {
            findings.removeAll { $0.range.overlaps(attributes.range) }
            findings.append(attributes)
        }
        report(scanner.faults, in: text)
        write(findings, into: text)
        return lines.upperBound
    }

    /// The line below `last` on which a display formula may end: there is no blank line before it.
    private func formulaEnd(after last: Int, of block: TextBlock) -> Int? {
        for number in last + 1..<max(last + 1, draft.lines.count + 1) {
            let line = draft.lines[number - 1]
            let content = line.bytes[line.prefixLength(quotes: block.quotes)...]
            let text = String(decoding: content, as: UTF8.self)
            if text.isEmpty || text.unicodeScalars.contains(Placeholders.start) { return nil }
            if text.contains("$$") || text.contains("\\]") { return number }
        }
        return nil
    }

    private mutating func headingAttributes(in text: InlineText) -> InlineScanner.Finding? {
        let bytes = text.bytes
        guard bytes.last == UInt8(ascii: "}"), let brace = bytes.lastIndex(of: UInt8(ascii: "{")),
            brace == 0 || bytes[brace - 1] == UInt8(ascii: " "), let first = bytes[(brace + 1)...].first,
            first == UInt8(ascii: "#") || first == UInt8(ascii: ".")
        else { return nil }
        do throws(AttributeReader.Malformed) {
            let attributes = try AttributeReader.read(text.text(brace + 1..<bytes.count - 1))
            let start = bytes[..<brace].lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
            return InlineScanner.Finding(range: start..<bytes.count, content: .headingAttributes(attributes))
        } catch {
            report(error.message, at: text.origin(brace))
            return nil
        }
    }

    private mutating func report(_ faults: [InlineScanner.Fault], in text: InlineText) {
        for fault in faults { report(fault.message, at: text.origin(fault.offset), fix: fault.fix) }
    }

    /// Writes placeholders for what was found into the draft's lines.
    private mutating func write(_ findings: [InlineScanner.Finding], into text: InlineText) {
        var next = findings[...]
        for line in text.lines {
            // One that goes on over the line's end is looked at again with the next line.
            while let first = next.first, first.range.upperBound < line.range.lowerBound { next.removeFirst() }
            let here = next.prefix { $0.range.lowerBound <= line.range.upperBound }
            if !here.isEmpty { draft.lines[line.number] = rewritten(line, here, of: text) }
        }
    }

    private mutating func rewritten(
        _ line: InlineText.Line, _ findings: ArraySlice<InlineScanner.Finding>, of text: InlineText
    ) -> DraftLine {
        let shift = line.start - line.range.lowerBound
        var new = DraftLine(in: line.draft, at: 0)
        var end = 0
        for finding in findings {
            let isFirst = finding.range.lowerBound >= line.range.lowerBound
            let range = finding.range.clamped(to: line.range)
            guard !range.isEmpty || isFirst || line.range.isEmpty else { continue }
            let place = range.lowerBound + shift..<range.upperBound + shift
            new.append(end..<place.lowerBound, of: line.draft)
            let word =
                isFirst
                ? placeholders.add(
                    finding.content, source: text.text(finding.range), at: text.origin(finding.range.lowerBound))
                : String(Placeholders.filler)
            new.append(word, for: place, of: line.draft)
            end = place.upperBound
        }
        new.append(end..<line.draft.bytes.count, of: line.draft)
        return new
    }
}

// MARK: 2. Tables

extension ProseReader {
    /// The line of a table's head in `block`: the one above the first line of rules.
    private mutating func tableHead(in block: TextBlock) -> Int? {
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

    private mutating func readTable(from head: Int, of block: TextBlock) -> Int {
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

// MARK: 3. The tree

extension ProseReader {
    private mutating func finished(_ document: Node) -> Node {
        let cellLines = cells.count
        var extraction = FootnoteExtraction(
            labels: Dictionary(uniqueKeysWithValues: footnotes.map { ($0 + cellLines, $1) }))
        var document = extraction.extracted(document)
        for line in extraction.labels.keys.sorted() {
            report(
                "a footnote's text can't begin here", at: draft.origin(line: line, column: 1),
                fix: "put a blank line before it, and indent it by no more than three blanks")
        }
        document = Positions(draft: draft).located(document)
        let paragraphs = Array(document.children.prefix(cellLines / 2))
        document.children.removeFirst(min(cellLines / 2, document.children.count))

        var pairing = DivPairing(source: source, placeholders: placeholders)
        document = pairing.paired(document)
        problems += pairing.problems + pairing.lost
        let replacing = PlaceholderReplacement(placeholders: placeholders, cells: paragraphs)
        document = replacing.replaced(document)
        var callouts = CalloutReader(source: source)
        document = callouts.read(document)
        problems += callouts.problems + FootnoteNumbers(document, in: source).problems
        problems += Problem.imagesWithoutText(in: document, of: source)
        return document
    }
}
