import CommonMark

extension ProseReader {
    mutating func readLines(in document: Node) {
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
    mutating func replace(
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
