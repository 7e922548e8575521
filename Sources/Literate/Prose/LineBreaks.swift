import CommonMark

// Where a line must not end, although there is a blank, or a browser would end it there.

extension [Node] {
    /// These inlines, not yet woven, with no-break spaces before claims, so that no mark begins a line, and on both sides
    /// of ±.
    var keptTogether: [Node] {
        var inlines = self
        for index in indices {
            let before = index > 0 ? self[index - 1] : nil, behind = index + 1 < count ? self[index + 1] : nil
            switch self[index].kind {
            case .softBreak where before?.endsInPlusMinus == true || behind?.bindsToTheLeft == true:
                inlines[index].kind = .text("\u{A0}")
            case .text(let text):
                inlines[index].kind = .text(text.keptTogether(before: behind?.isClaim == true))
            default: break
            }
        }
        return inlines
    }

    /// These woven inlines, where `sources` were, with the signs that touch a formula or a claim moved into its element:
    /// a browser ends lines beside every box, even before a period, unless an element around both forbids it.
    func withSignsMoved(into sources: [Node]) -> [Node] {
        var inlines = self
        for (index, source) in sources.enumerated() where source.isFormula || source.isClaim {
            guard case .customInline(var html) = inlines[index].kind, html.hasSuffix(Self.end),
                html.hasPrefix("<span class=\"formula\">") || html.hasPrefix("<span class=\"claim ")
            else { continue }
            if index + 1 < count, case .text(let text) = inlines[index + 1].kind {
                let signs = text.prefix { $0.isTyingSign }
                inlines[index + 1].kind = .text(String(text.dropFirst(signs.count)))
                html = html.dropLast(Self.end.count) + HTML.escape(String(signs)) + Self.end
            }
            if index > 0, source.isFormula, let start = html.firstIndex(of: ">"),
                case .text(let text) = inlines[index - 1].kind
            {
                let signs = text.reversed().prefix { $0.isTyingSign }.reversed()
                inlines[index - 1].kind = .text(String(text.dropLast(signs.count)))
                html.insert(contentsOf: HTML.escape(String(signs)), at: html.index(after: start))
            }
            inlines[index].kind = .customInline(html)
        }
        return inlines
    }

    private static let end = "</span>"
}

extension Character {
    /// Whether it is a sign that belongs to the word that it touches: not a dash, at which a line may end.
    fileprivate var isTyingSign: Bool { (isPunctuation || isSymbol) && self != "—" && self != "–" }
}

extension String {
    /// A computed text as it is set: with minus signs before numbers where Swift writes hyphens, and without a line's end
    /// around a ±.
    var typeset: String {
        // Most have none, and to look for a pattern takes longer than all else that is done with a cell of a table.
        guard contains("-") else { return withTiedMargins }
        return withTiedMargins.replacing(#/(^|[\s(±])-(?=[0-9.])/#) { "\($0.1)−" }
    }

    /// This text with no-break spaces around each ± that stands between blanks.
    private var withTiedMargins: String { replacing(" ± ", with: "\u{A0}±\u{A0}") }

    fileprivate func keptTogether(before isClaimNext: Bool) -> String {
        var text = withTiedMargins
        if text.hasPrefix("± ") { text = "±\u{A0}" + text.dropFirst(2) }
        if text.hasSuffix(" ±") { text = text.dropLast(2) + "\u{A0}±" }
        if isClaimNext, text.hasSuffix(" ") { text = text.dropLast() + "\u{A0}" }
        return text
    }
}

extension Node {
    fileprivate var isClaim: Bool {
        if case .code(let span) = kind { span.hasPrefix(InlineExpression.Role.claim.rawValue) } else { false }
    }

    fileprivate var isFormula: Bool {
        if case .formula(let formula) = kind { !formula.isDisplay } else { false }
    }

    fileprivate var endsInPlusMinus: Bool {
        if case .text(let text) = kind { text.hasSuffix(" ±") } else { false }
    }

    fileprivate var bindsToTheLeft: Bool {
        if case .text(let text) = kind { text.hasPrefix("± ") } else { isClaim }
    }
}
