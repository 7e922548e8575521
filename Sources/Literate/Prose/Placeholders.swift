import CommonMark

/// What was taken out of a chapter's text before libcmark read it, and the words that stand in its place.
///
/// A word is `U+10FFF0 7 U+10FFF1` for number 7: two characters from the end of Unicode that have no meaning, and that
/// no chapter may hold, around digits that libcmark has no rule for. Where such a word comes out in a place that can hold text
/// only, such as an address, what it stands for is put back as its author wrote it.
struct Placeholders {
    /// What a placeholder stands for.
    enum Content {
        case divOpening(Attributes)
        case divClosing
        case footnote(label: String)
        case footnoteReference(label: String)
        case formula(Formula)
        case mention(Mention)
        case imageAttributes(Attributes)
        case headingAttributes(Attributes)
        case table(PipeTableDraft)
        /// A line that belongs to the placeholder before it.
        case continuation
    }

    struct Entry {
        var content: Content
        /// The piece of the chapter that was taken out.
        var source: String
        var location: Location

        /// Whether it opens or closes a div.
        var isFence: Bool {
            switch content {
            case .divOpening, .divClosing: true
            default: false
            }
        }
    }

    private(set) var entries: [Entry] = []

    static let start: Unicode.Scalar = "\u{10FFF0}"
    static let end: Unicode.Scalar = "\u{10FFF1}"
    /// Stands for a further line of something whose first line has the placeholder.
    static let filler: Unicode.Scalar = "\u{10FFF2}"
    static let reserved = [start, end, filler]

    /// The word that stands for `content` from now on.
    mutating func add(_ content: Content, source: String, at location: Location) -> String {
        entries.append(Entry(content: content, source: source, location: location))
        return "\(Self.start)\(entries.count - 1)\(Self.end)"
    }

    /// A block that libcmark ends on its own line and lets interrupt any paragraph.
    mutating func addBlock(_ content: Content, source: String, at location: Location) -> String {
        "<!--\(add(content, source: source, at: location))-->"
    }

    /// The entry whose block an HTML block is, if it is one.
    func block(_ html: String) -> Entry? {
        let text = html.trimming(" \t\n")
        guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.count > 7 else { return nil }
        let pieces = pieces(of: text.dropFirst(4).dropLast(3))
        guard pieces.count == 1, case .entry(let entry) = pieces[0] else { return nil }
        return entry
    }

    enum Piece {
        case text(String)
        case entry(Entry)
    }

    /// `text` cut where placeholders stand.
    func pieces(of text: some StringProtocol) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(text).unicodeScalars
        while let start = rest.firstIndex(of: Self.start), let end = rest[start...].firstIndex(of: Self.end) {
            if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
            if let number = Int(String(rest[rest.index(after: start)..<end])), entries.indices.contains(number) {
                pieces.append(.entry(entries[number]))
            }
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty || pieces.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    /// `text` as its author wrote it.
    func restored(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: Self.reserved.contains) else { return text }
        return pieces(of: text).map { piece in
            switch piece {
            case .text(let text): Self.withoutFillers(text)
            case .entry(let entry): entry.source
            }
        }.joined()
    }

    /// An address or a title as its author wrote it, without backslashes, which libcmark took away elsewhere in it.
    func restored(unescaping text: String) -> String {
        guard text.unicodeScalars.contains(where: Self.reserved.contains) else { return text }
        return restored(text).replacing(#/\\([!-\/:-@\[-`{-~])/#) { $0.1 }
    }

    /// `text` without what stands for the further lines of something.
    static func withoutFillers(_ text: String) -> String {
        var scalars = text.unicodeScalars
        scalars.removeAll { $0 == filler }
        return String(scalars)
    }
}
