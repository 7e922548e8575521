/// What KaTeX's HTML in a page consists of: its classes, and which characters it shows in which font.
///
/// A page has tens of thousands of elements of a few hundred kinds. A kind is an element with all that it stands in, so
/// what holds of one is found out once.
struct MathMarkup {
    private(set) var classes: Set<String> = []
    private let fonts: FontRules
    private var kinds: [Kind] = []
    private var numbers: [Key: Int] = [:]

    /// An element, in the elements around it.
    private struct Kind {
        var path: [MathElement]
        var font: FontFace
        /// What stands in it, but in no other element in it.
        var texts: Set<[UInt8]> = []
    }

    /// What a kind is found by: the kind around it, and its tag's name and classes as they are written.
    private struct Key: Hashable {
        var outer: Int?
        var name: [UInt8]
        var classes: [UInt8]
    }

    init(fonts: FontRules) {
        self.fonts = fonts
    }

    /// The characters that are seen in each font. MathML's are read aloud.
    var characters: [FontFace: Set<Unicode.Scalar>] {
        kinds.reduce(into: [:]) { characters, kind in
            guard !kind.path.contains(where: { $0.tag == "math" }) else { return }
            for text in kind.texts {
                let text = String(decoding: text, as: UTF8.self).unescapingHTML
                characters[kind.font, default: []].formUnion(text.unicodeScalars)
            }
        }
    }

    /// Reads the formulas of a page. Everything else in `html` is passed over.
    mutating func add(_ html: String) {
        if html.contains(Self.display) { classes.insert("katex-display") }
        var rest = Array(html.utf8)[...]
        while let start = rest.firstIndex(of: Self.less) {
            rest = rest[start...]
            guard rest.starts(with: Self.opening) else {
                rest = rest.dropFirst()
                continue
            }
            var path: [Int] = []
            repeat { read(&rest, &path) } while !path.isEmpty && !rest.isEmpty
        }
    }
}

extension MathMarkup {
    private static let display = "<span class=\"katex-display\">"
    private static let opening = Array("<span class=\"katex\">".utf8)
    private static let attribute = Array(" class=\"".utf8)
    private static let (less, greater, quote) = (UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""))
    private static let (slash, blank) = (UInt8(ascii: "/"), UInt8(ascii: " "))

    /// Reads one tag, or the text up to the next.
    private mutating func read(_ rest: inout ArraySlice<UInt8>, _ path: inout [Int]) {
        guard rest.first == Self.less else {
            let text = rest.prefix { $0 != Self.less }
            rest = rest.dropFirst(text.count)
            if let last = path.last { kinds[last].texts.insert(Array(text)) }
            return
        }
        let tag = rest.prefix { $0 != Self.greater }
        rest = rest.dropFirst(tag.count + 1)
        if tag.dropFirst().first == Self.slash {
            path.removeLast()
        } else if tag.last != Self.slash {
            path.append(kind(of: tag, in: path.last))
        } else {
            _ = kind(of: tag, in: path.last)
        }
    }

    private mutating func kind(of tag: ArraySlice<UInt8>, in outer: Int?) -> Int {
        let name = tag.dropFirst().prefix { $0 != Self.blank && $0 != Self.slash }
        let place = tag.indices.first { tag[$0] == Self.blank && tag[$0...].starts(with: Self.attribute) }
        let names = place.map { tag[($0 + Self.attribute.count)...].prefix { $0 != Self.quote } } ?? []
        let key = Key(outer: outer, name: Array(name), classes: Array(names))
        if let number = numbers[key] { return number }

        let list = names.split(separator: Self.blank).map { String(decoding: $0, as: UTF8.self) }
        classes.formUnion(list)
        let element = MathElement(tag: String(decoding: name, as: UTF8.self), classes: Set(list))
        let path = (outer.map { kinds[$0].path } ?? []) + [element]
        let font = fonts.font(of: path, in: outer.map { kinds[$0].font } ?? .main)
        kinds.append(Kind(path: path, font: font))
        numbers[key] = kinds.count - 1
        return kinds.count - 1
    }
}

/// An element of a formula's HTML.
struct MathElement: Hashable {
    var tag: String
    var classes: Set<String>
}

extension String {
    /// The text that KaTeX's HTML stands for.
    fileprivate var unescapingHTML: String {
        guard contains("&") else { return self }
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")]
        return escapes.reduce(self) { $0.replacing($1.0, with: $1.1) }
    }
}
