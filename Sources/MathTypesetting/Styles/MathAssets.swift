public import Foundation

/// The stylesheet and the fonts that a site's formulas are shown with, cut down to what they use.
public struct MathAssets: Equatable, Sendable {
    /// KaTeX's rules for the formulas. It finds the fonts in the folder `fonts` beside it.
    public var stylesheet: String
    public var fonts: [Font]

    public struct Font: Equatable, Sendable {
        /// The file's name: `KaTeX_Main-Regular.woff`.
        public var name: String
        public var contents: Data
    }
}

extension MathTypesetter {
    /// What the formulas in `pages` are shown with.
    /// - Parameter pages: HTML with what `html(_:display:)` made in it. All pages that share a stylesheet go in together.
    public func assets(for pages: [String]) throws(MathSetupError) -> MathAssets {
        let rules = StyleRule.rules(of: package.stylesheet)
        let fontRules = FontRules(rules)
        var markup = MathMarkup(fonts: fontRules)
        for page in pages { markup.add(page) }

        var characters: [String: Set<Unicode.Scalar>] = [:]
        for (face, used) in markup.characters {
            if let file = fontRules.file(of: face) { characters[file, default: []].formUnion(used) }
        }
        var faces = ""
        var fonts: [MathAssets.Font] = []
        for (file, used) in characters.sorted(by: { $0.key < $1.key }) {
            let font = try package.font(file, characters: used)
            let format = font.name.hasSuffix(".woff2") ? "woff2" : "woff"
            faces +=
                "@font-face{\(fontRules.declarations(ofFile: file));font-display:block;"
                + "src:url(fonts/\(font.name)) format(\"\(format)\")}"
            fonts.append(font)
        }
        let classes = markup.classes.union(["katex-display"])
        let cut = rules.filter { !$0.isFontFace }.compactMap { $0.cut(to: classes) }.joined()
        return MathAssets(stylesheet: "\(Self.notice)\n\(faces)\(cut)\n", fonts: fonts)
    }

    private static let notice =
        "/* From KaTeX, copyright 2013-2020 Khan Academy and other contributors, MIT license. */"
}
