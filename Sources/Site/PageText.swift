package import Literate

/// The text of a page by its sections, read off its HTML: what a reader sees, without drawings, data tables and the
/// checks behind claims.
package struct PageText {
    /// The text up to the first heading, and then that of each section.
    package private(set) var parts: [Part] = [Part(section: nil)]

    package struct Part: Equatable {
        /// Nil for what stands before the first heading.
        package var section: Page.Section?
        /// The prose, with single spaces.
        package var text = ""
        /// Code, and what cells printed.
        package var code = ""
    }

    /// Elements without text for readers.
    private static let skippedElements: Set<Substring> = ["svg", "script", "style", "annotation", "button", "h1"]
    private static let skippedClasses: Set<Substring> = [
        "anchor", "answer", "claim-check", "figure-data", "figure-source", "katex-html", "solution", "solutions",
        "verdict",
    ]
    /// Elements that do not end a word.
    private static let inlineElements: Set<Substring> = [
        "a", "abbr", "b", "cite", "code", "em", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u",
    ]
    private static let voidElements: Set<Substring> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    package init(_ page: Page) {
        let sections = Dictionary(page.sections.map { ($0.id, $0) }) { first, _ in first }
        var rest = page.html[...]
        /// The element that is being skipped, and how deep it is in elements of its name.
        var skipped: (name: Substring, depth: Int)?
        var isCode = false
        /// The signs of the formula that is being read; nil outside of formulas.
        var formula: [String]?
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
            if skipped == nil {
                if formula == nil {
                    add(rest[..<start], to: isCode ? \.code : \.text)
                } else {
                    formula?.append(String(rest[..<start]))
                }
            }
            rest = rest[start...]
            guard let tag = HTMLTag(&rest) else { continue }
            if let (name, depth) = skipped {
                guard tag.name == name else { continue }
                skipped = tag.isEnd ? (depth > 1 ? (name, depth - 1) : nil) : (name, depth + 1)
                continue
            }
            if tag.name == "math" {
                if let signs = formula { add(formula: signs) }
                formula = tag.isEnd ? nil : []
            }
            if tag.name == "pre" { isCode = !tag.isEnd }
            if formula == nil, tag.name != "math", !Self.inlineElements.contains(tag.name) {
                add(" ", to: isCode ? \.code : \.text)
            }
            guard !tag.isEnd, !Self.voidElements.contains(tag.name) else { continue }
            if tag.isHeading, let section = tag["id"].flatMap({ sections[String($0)] }) {
                parts.append(Part(section: section))
                skipped = (tag.name, 1)
            } else if Self.isSkipped(tag) {
                skipped = (tag.name, 1)
            }
        }
        if skipped == nil { add(rest, to: \.text) }
    }

    private static func isSkipped(_ tag: HTMLTag) -> Bool {
        skippedElements.contains(tag.name) || tag["aria-hidden"] == "true"
            || (tag["class"] ?? "").split(separator: " ").contains { skippedClasses.contains($0) }
    }

    /// Adds a formula, as HTML: one of a few signs as they follow one another, of a longer one no more than that it is
    /// there, for without its fractions and indices it can't be read. The words of both can be looked for.
    private mutating func add(formula signs: [String]) {
        // Between a function and its argument KaTeX writes a sign that is not seen.
        let html = signs.joined().replacing("\u{2061}", with: " ")
        add(HTMLTag.text(of: html[...]).count <= 6 ? html[...] : "…", to: \.text)
        add(" \(signs.joined(separator: " ")) ", to: \.code)
    }

    /// Adds text to the last part, with one space for any run of them.
    private mutating func add(_ html: Substring, to place: WritableKeyPath<Part, String>) {
        var added = ""
        var endsInSpace = parts[parts.count - 1][keyPath: place].utf8.last.map { $0 == UInt8(ascii: " ") } ?? true
        for scalar in HTMLTag.text(of: html).unicodeScalars {
            let isSpace = scalar.isASCII ? " \t\n\r".unicodeScalars.contains(scalar) : scalar.properties.isWhitespace
            if !isSpace {
                added.unicodeScalars.append(scalar)
            } else if !endsInSpace {
                added.unicodeScalars.append(" ")
            }
            endsInSpace = isSpace
        }
        parts[parts.count - 1][keyPath: place] += added
    }
}
