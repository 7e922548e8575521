/// One of KaTeX's fonts, as its stylesheet asks for it.
struct FontFace: Hashable {
    var family: String
    var isBold = false
    var isItalic = false

    /// What a formula begins with.
    static let main = FontFace(family: "KaTeX_Main")
}

/// What KaTeX's stylesheet says of fonts: which files there are, and which elements are set in them.
struct FontRules: Sendable {
    /// The names of the fonts' files, without their endings.
    private let files: [FontFace: String]
    /// The rules that change the font, those that hold over others last.
    private let rules: [(selector: Selector, rule: StyleRule)]

    init(_ all: [StyleRule]) {
        let faces = all.filter(\.isFontFace).map { rule in
            (
                FontFace(family: rule.family ?? "", isBold: rule.isBold ?? false, isItalic: rule.isItalic ?? false),
                rule.declarations.firstMatch(of: #/fonts/([\w-]+)\./#).map { String($0.1) } ?? ""
            )
        }
        files = Dictionary(faces) { $1 }
        rules = all.filter { !$0.isFontFace && ($0.family != nil || $0.isBold != nil || $0.isItalic != nil) }
            .flatMap { rule in rule.selectors.map { (selector: $0, rule: rule) } }
            .enumerated().sorted { ($0.1.0.specificity, $0.0) < ($1.1.0.specificity, $1.0) }.map(\.element)
    }

    var allFiles: [String] { Array(files.values) }

    /// The font of the innermost element of `path`, which is in one of `outer`.
    func font(of path: [MathElement], in outer: FontFace) -> FontFace {
        rules.reduce(into: outer) { font, next in
            guard next.selector.matches(path) else { return }
            font.family = next.rule.family ?? font.family
            font.isBold = next.rule.isBold ?? font.isBold
            font.isItalic = next.rule.isItalic ?? font.isItalic
        }
    }

    /// The file of `face`, without its ending, or of the font that browsers take instead: of the same family, if
    /// possible as slanted, and if possible as heavy.
    func file(of face: FontFace) -> String? {
        func distance(_ other: FontFace) -> Int {
            (other.isItalic == face.isItalic ? 0 : 2) + (other.isBold == face.isBold ? 0 : 1)
        }
        return files.filter { $0.key.family == face.family }.min { distance($0.key) < distance($1.key) }?.value
    }

    /// The declarations of the font that is in `file`.
    func declarations(ofFile file: String) -> String {
        let face = files.first { $0.value == file }?.key ?? .main
        return "font-family:\(face.family);font-weight:\(face.isBold ? 700 : 400);"
            + "font-style:\(face.isItalic ? "italic" : "normal")"
    }
}

extension StyleRule {
    var isFontFace: Bool { selectors.first?.text == "@font-face" }

    fileprivate var family: String? {
        let names = value(of: "font-family") ?? value(of: "font")
        return names?.firstMatch(of: #/KaTeX_\w+/#).map { String($0.output) }
    }

    /// What the rule says of weight; nil where it says nothing. `font` without a weight says that it is regular.
    fileprivate var isBold: Bool? {
        value(of: "font-weight").map { ["bold", "700"].contains($0) } ?? value(of: "font").map { $0.contains("bold") }
    }

    fileprivate var isItalic: Bool? {
        value(of: "font-style").map { $0 == "italic" } ?? value(of: "font").map { $0.contains("italic") }
    }
}
