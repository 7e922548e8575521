import CommonMark

/// Finds in a block's text what libcmark doesn't know, by rules that keep out of the way of what it knows: nothing is
/// found in code spans, raw HTML and addresses in `<>`, nor behind a backslash.
///
/// - `$…$` is a formula where a character that is no blank stands inside each dollar and no digit behind the last: so
///   `$5 and $6` is none. `$$…$$` is a display formula, over several lines perhaps, with a label behind it perhaps.
///   `\(…\)` and `\[…\]` are the same.
/// - `[^label]` refers to a footnote.
/// - `@key` is a mention where no letter or digit stands before it; `[see @key, p. 3; @other]` one in brackets.
/// - `{…}` behind an image holds its attributes.
struct InlineScanner {
    struct Finding {
        var range: Range<Int>
        var content: Placeholders.Content
    }

    /// What is wrong, and at which byte.
    struct Fault {
        var offset: Int
        var message: String
        var fix: String?
    }

    private let text: InlineText
    private var offset = 0
    private(set) var findings: [Finding] = []
    private(set) var faults: [Fault] = []
    /// Where a run of so many backticks begins last: behind it, none of this length needs to be looked for.
    private var lastRuns: [Int: Int] = [:]
    /// The ends of formulas that don't come any more.
    private var missing: Set<String> = []
    /// Whether a display formula that begins a line has no end here.
    private(set) var isOpen = false

    private var bytes: [UInt8] { text.bytes }

    init(_ text: InlineText) {
        self.text = text
        findRuns()
    }

    /// Finds all there is.
    mutating func scan() {
        while offset < text.bytes.count {
            let start = offset
            step()
            if offset <= start { offset = start + 1 }
        }
    }

    private mutating func step() {
        switch text.bytes[offset] {
        case UInt8(ascii: "\\"): escape()
        case UInt8(ascii: "`"): codeSpan()
        case UInt8(ascii: "<"): offset = InlineMarkup.end(from: offset, in: text.bytes) ?? offset + 1
        case UInt8(ascii: "$"): dollar()
        case UInt8(ascii: "["): bracket()
        case UInt8(ascii: "@"): mention()
        case UInt8(ascii: ")"), UInt8(ascii: "]"): attributes()
        default: offset += 1
        }
    }
}

extension InlineScanner {
    private func byte(_ offset: Int) -> UInt8? {
        text.bytes.indices.contains(offset) ? text.bytes[offset] : nil
    }

    private mutating func find(_ range: Range<Int>, _ content: Placeholders.Content) {
        findings.append(Finding(range: range, content: content))
        offset = range.upperBound
    }

    // MARK: What is passed by

    private mutating func escape() {
        switch byte(offset + 1) {
        case UInt8(ascii: "("): formula(closing: "\\)", isDisplay: false)
        case UInt8(ascii: "["): formula(closing: "\\]", isDisplay: true)
        default: offset += 2
        }
    }

    private mutating func findRuns() {
        var start = 0
        while let tick = bytes[start...].firstIndex(of: UInt8(ascii: "`")) {
            let length = bytes[tick...].prefix { $0 == UInt8(ascii: "`") }.count
            lastRuns[length] = tick
            start = tick + length
        }
    }

    private mutating func codeSpan() {
        let length = bytes[offset...].prefix { $0 == UInt8(ascii: "`") }.count
        var next = offset + length
        guard let last = lastRuns[length], last >= next else { return offset = next }
        while let tick = bytes[next...].firstIndex(of: UInt8(ascii: "`")) {
            let run = bytes[tick...].prefix { $0 == UInt8(ascii: "`") }.count
            next = tick + run
            if run == length { break }
        }
        offset = next
    }

    // MARK: Formulas

    private mutating func dollar() {
        guard byte(offset + 1) != UInt8(ascii: "$") else { return formula(closing: "$$", isDisplay: true) }
        let start = offset + 1
        guard let first = byte(start), !Self.isBlank(first), let end = closingDollar(from: start),
            !Self.isBlank(bytes[end - 1]), !(byte(end + 1).map(Self.isDigit) ?? false)
        else { return offset += 1 }
        add(start..<end, upTo: end + 1, isDisplay: false)
    }

    /// The first dollar without a backslash, unless a code span may begin before it.
    private func closingDollar(from start: Int) -> Int? {
        var offset = start
        while let byte = byte(offset), byte != UInt8(ascii: "`") {
            if byte == UInt8(ascii: "$") { return offset }
            offset += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private mutating func formula(closing: String, isDisplay: Bool) {
        let start = offset + 2
        guard !missing.contains(closing), let end = index(of: Array(closing.utf8), from: start) else {
            if missing.insert(closing).inserted, isDisplay, beginsLine(offset) { reportOpen(closing) }
            return offset += 2
        }
        guard !text.text(start..<end).trimming(" \n\t").isEmpty else { return offset = end + 2 }
        add(start..<end, upTo: end + 2, isDisplay: isDisplay)
    }

    private mutating func reportOpen(_ closing: String) {
        isOpen = true
        // A backslash and a bracket may mean no more than a bracket.
        guard closing == "$$" else { return }
        faults.append(
            Fault(
                offset: offset, message: "this formula is not closed",
                fix: "end it with '$$', with no blank line before it"))
    }

    private func beginsLine(_ offset: Int) -> Bool {
        text.lines[text.line(of: offset)].range.lowerBound == offset
    }

    /// Where `closing` begins next; a backslash hides what is behind it, unless it is part of `closing`.
    private func index(of closing: [UInt8], from start: Int) -> Int? {
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == closing[0], bytes[offset + 1] == closing[1] { return offset }
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private mutating func add(_ tex: Range<Int>, upTo end: Int, isDisplay: Bool) {
        var end = end
        var label: String?
        if isDisplay, let braces = braces(from: bytes[end...].prefix { $0 == UInt8(ascii: " ") }.endIndex) {
            switch Result(catching: { () throws(AttributeReader.Malformed) in
                try AttributeReader.read(text.text(braces))
            }) {
            case .success(let attributes):
                label = attributes.id
                end = braces.upperBound + 1
            case .failure(let error): faults.append(Fault(offset: braces.lowerBound, message: error.message))
            }
        }
        find(
            offset..<end,
            .formula(Formula(tex: text.text(tex), isDisplay: isDisplay, label: label, lines: places(of: tex))))
    }

    /// Where each line of a range begins in the chapter.
    private func places(of range: Range<Int>) -> [Position] {
        text.lines[text.line(of: range.lowerBound)...text.line(of: range.upperBound)].map { line in
            Position(text.origin(max(line.range.lowerBound, range.lowerBound)))
        }
    }

    // MARK: Brackets

    private mutating func bracket() {
        guard let end = bytes[(offset + 1)...].firstIndex(where: Self.isBracket), bytes[end] == UInt8(ascii: "]") else {
            return offset += 1
        }
        let inside = offset + 1..<end
        if byte(offset + 1) == UInt8(ascii: "^"), let label = Footnotes.label(text.text(inside)) {
            return find(offset..<end + 1, .footnoteReference(label: label))
        }
        let isLink = byte(end + 1) == UInt8(ascii: "(") || byte(end + 1) == UInt8(ascii: "[")
        let isImage = offset > 0 && bytes[offset - 1] == UInt8(ascii: "!")
        guard !isLink, !isImage, let mention = MentionReader(text).bracketed(inside) else {
            return offset += 1
        }
        find(offset..<end + 1, .mention(mention))
    }

    private mutating func mention() {
        guard let (mention, end) = MentionReader(text).bare(from: offset) else { return offset += 1 }
        find(offset..<end, .mention(mention))
    }

    private mutating func attributes() {
        offset += 1
        guard let braces = braces(from: offset), let first = byte(braces.lowerBound),
            first == UInt8(ascii: "#") || first == UInt8(ascii: ".") || text.text(braces).contains("=")
        else { return }
        do throws(AttributeReader.Malformed) {
            find(offset..<braces.upperBound + 1, .imageAttributes(try AttributeReader.read(text.text(braces))))
        } catch {
            // It may be any text behind a parenthesis, unless it begins as nothing but attributes does.
            guard first == UInt8(ascii: "#") else { return }
            faults.append(Fault(offset: braces.lowerBound, message: error.message))
        }
    }

    /// What stands between braces that begin at `start`, on one line.
    private func braces(from start: Int) -> Range<Int>? {
        guard byte(start) == UInt8(ascii: "{") else { return nil }
        var offset = start + 1
        var quote: UInt8?
        while offset < start + 4096, let byte = byte(offset), byte != DraftLine.newline {
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: "}") {
                return start + 1..<offset
            } else if byte == UInt8(ascii: "\\") {
                offset += 1
            }
            offset += 1
        }
        return nil
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "]") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "`")
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == DraftLine.newline
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
