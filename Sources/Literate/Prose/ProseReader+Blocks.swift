import CommonMark

extension ProseReader {
    mutating func readBlocks(in document: Node) {
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

    mutating func headingAttributes(in text: InlineText) -> InlineScanner.Finding? {
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

    mutating func report(_ faults: [InlineScanner.Fault], in text: InlineText) {
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
