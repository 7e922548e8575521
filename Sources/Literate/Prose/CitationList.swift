import CommonMark

/// The works that a page cites, while it is woven, and the places where it does.
struct CitationList {
    /// The numbers of the places, counted over the page, by the works' keys.
    private var places: [String: [Int]] = [:]
    private var count = 0

    /// What stands in the text for one of the things that a mention names.
    mutating func html(_ item: Mention.Item, _ mention: Mention, in bibliography: Bibliography) -> String {
        guard let work = bibliography[item.key] else { return HTML.escape("@\(item.key)") }
        count += 1
        places[item.key, default: []].append(count)
        let text =
            switch (item.isShort, mention.isBracketed) {
            case (true, _): work.date
            case (false, true): "\(work.authors), \(work.date)"
            case (false, false): "\(work.authors) (\(work.date))"
            }
        return """
            <a id="cite--\(count)" href="#\(Self.id(of: item.key))" role="doc-biblioref">\(HTML.escape(text))</a>
            """
    }

    /// The list at the end of the page; nil where it cites nothing.
    func section(of bibliography: Bibliography) -> Node? {
        let works = places.keys.compactMap { bibliography[$0] }.sorted { $0.order < $1.order }
        guard !works.isEmpty else { return nil }
        let items = works.map { "<li id=\"\(Self.id(of: $0.key))\">\($0.html)\(backLinks(to: $0))</li>" }
        return Node(
            .customBlock(
                """
                <section class="references" role="doc-bibliography" aria-labelledby="references--title">
                <h2 id="references--title">References</h2>
                <ul>
                \(items.joined(separator: "\n"))
                </ul>
                </section>
                """))
    }

    private func backLinks(to work: Work) -> String {
        let numbers = places[work.key] ?? []
        return numbers.enumerated().map { index, number in
            let place = numbers.count > 1 ? ", place \(index + 1)" : ""
            return """
                 <a class="back" href="#cite--\(number)" role="doc-backlink" \
                aria-label="Back to where \(HTML.escape(work.words)) is cited\(place)">↩</a>
                """
        }.joined()
    }

    private static func id(of key: String) -> String { "work--\(key)" }
}

extension Mention.Item {
    /// Whether the key is the label of something in the course, rather than that of a work.
    var isLabel: Bool { LabelKind(label: key) != nil }
}
