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
    var footnotes: [Int: String] = [:]
    /// The paragraphs before the first line: cells and captions of tables.
    var cells: [DraftLine] = []

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
        problems += Problem.labeledImagesInText(in: document, of: source)
        return document
    }
}
