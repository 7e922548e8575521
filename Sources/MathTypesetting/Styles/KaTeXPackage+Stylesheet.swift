package import Foundation

extension KaTeXPackage {
    /// The stylesheet for the formulas of a page: KaTeX's rules and fonts, cut down to what they use.
    ///
    /// The fonts are in it, so that a page asks for one file, wherever it lies.
    /// - Parameter page: HTML with what `MathTypesetter.html(_:display:)` made in it.
    public func stylesheet(for page: String) -> String {
        var markup = MathMarkup(fonts: styles.fonts)
        markup.add(page)
        let faces = fonts(for: markup).map { font in
            "@font-face{\(styles.fonts.declarations(ofFile: font.file));"
                + "src:url(data:font/woff;base64,\(font.contents.base64EncodedString())) format(\"woff\")}"
        }
        let rules = styles.rules.compactMap { $0.cut(to: markup.classes) }
        return "\(Self.notice)\n\((faces + rules).joined(separator: "\n"))\n"
    }

    /// The fonts that the formulas of a page are seen in, each with the characters that they show alone.
    package func fonts(for page: String) -> [(file: String, contents: Data)] {
        var markup = MathMarkup(fonts: styles.fonts)
        markup.add(page)
        return fonts(for: markup)
    }

    private func fonts(for markup: MathMarkup) -> [(file: String, contents: Data)] {
        var characters: [String: Set<Unicode.Scalar>] = [:]
        for (face, used) in markup.characters {
            if let file = styles.fonts.file(of: face) { characters[file, default: []].formUnion(used) }
        }
        // A formula that the stylesheet numbers shows numbers that are not in its HTML.
        if markup.classes.contains("eqn-num") {
            characters["KaTeX_Main-Regular", default: []].formUnion("()0123456789".unicodeScalars)
        }
        return characters.sorted { $0.key < $1.key }.compactMap { file, used in
            guard let outlines = font(file), let font = TrueTypeFont(Array(outlines)) else { return nil }
            return (file, Data(WOFF.packed(font.subset(to: used) ?? font)))
        }
    }

    private static let notice =
        "/* From KaTeX, copyright 2013-2020 Khan Academy and other contributors, MIT license. */"
}
