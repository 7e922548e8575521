/// What KaTeX's HTML in a page consists of: its classes, and which characters it shows in which font.
struct MathMarkup {
    private(set) var classes: Set<String> = []
    private(set) var characters: [FontFace: Set<Unicode.Scalar>] = [:]
    private let fonts: FontRules

    init(fonts: FontRules) {
        self.fonts = fonts
    }

    /// Reads the formulas of a page. Everything else in `html` is passed over.
    mutating func add(_ html: String) {
        for start in html.ranges(of: Self.opening) {
            var path: [(element: MathElement, font: FontFace)] = []
            var rest = html.utf8[start.lowerBound...]
            repeat { read(&rest, &path) } while !path.isEmpty && !rest.isEmpty
        }
    }

    private static let opening = "<span class=\"katex\">"
}

extension MathMarkup {
    /// Reads one tag, or the text up to the next.
    private mutating func read(
        _ rest: inout Substring.UTF8View, _ path: inout [(element: MathElement, font: FontFace)]
    ) {
        guard rest.first == UInt8(ascii: "<") else {
            let text = rest.prefix { $0 != UInt8(ascii: "<") }
            rest = rest.dropFirst(text.count)
            return show(String(Substring(text)), path)
        }
        let tag = Substring(rest.prefix { $0 != UInt8(ascii: ">") })
        rest = rest.dropFirst(tag.utf8.count + 1)
        if tag.hasPrefix("</") {
            path.removeLast()
        } else {
            open(tag, &path)
            if tag.hasSuffix("/") { path.removeLast() }
        }
    }

    private mutating func open(_ tag: Substring, _ path: inout [(element: MathElement, font: FontFace)]) {
        let list = tag.firstMatch(of: #/ class="([^"]*)"/#).map { $0.1.split(separator: " ").map(String.init) } ?? []
        let element = MathElement(
            tag: String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber }), classes: Set(list))
        classes.formUnion(list)
        let font = fonts.font(of: path.map(\.element) + [element], in: path.last?.font ?? .main)
        path.append((element, font))
    }

    /// Notes a text that is seen; MathML's is read aloud.
    private mutating func show(_ text: String, _ path: [(element: MathElement, font: FontFace)]) {
        guard let font = path.last?.font, !path.contains(where: { $0.element.tag == "math" }) else { return }
        characters[font, default: []].formUnion(text.unescapingHTML.unicodeScalars)
    }
}

extension String {
    /// The text that KaTeX's HTML stands for.
    fileprivate var unescapingHTML: String {
        guard contains("&") else { return self }
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")]
        return escapes.reduce(self) { $0.replacing($1.0, with: $1.1) }
    }
}
