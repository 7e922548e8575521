import CommonMark

// Where a line must not end, although there is a blank, or a browser would end it there.
extension [Node] {
    /// These inlines with no-break spaces before claims, so that no mark begins a line, and on both sides of ±; and with a
    /// word joiner between a formula or a claim and what touches it: a browser ends lines before and behind every box,
    /// even where a period follows.
    var keptTogether: [Node] {
        var inlines = self
        for index in indices {
            let before = index > 0 ? self[index - 1] : nil, behind = index + 1 < count ? self[index + 1] : nil
            switch self[index].kind {
            case .softBreak where before?.endsInPlusMinus == true || behind?.bindsToTheLeft == true:
                inlines[index].kind = .text("\u{A0}")
            case .text(let text):
                inlines[index].kind = .text(text.keptTogether(before, behind))
            default: break
            }
        }
        return inlines
    }
}

extension String {
    /// This text with no-break spaces around each ± that stands between blanks.
    var withTiedMargins: String { replacing(" ± ", with: "\u{A0}±\u{A0}") }

    fileprivate func keptTogether(_ before: Node?, _ behind: Node?) -> String {
        var text = withTiedMargins
        if text.hasPrefix("± ") { text = "±\u{A0}" + text.dropFirst(2) }
        if text.hasSuffix(" ±") || text.hasSuffix(" ") && behind?.isClaim == true {
            let end = text.hasSuffix(" ") ? "" : "±"
            text = text.dropLast(1 + end.count) + "\u{A0}" + end
        }
        if before?.isBox == true, text.first.map({ !$0.isWhitespace && $0 != "—" }) == true { text = "\u{2060}" + text }
        if behind?.isFormula == true, text.last.map({ !$0.isWhitespace && $0 != "—" }) == true { text += "\u{2060}" }
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

    fileprivate var isBox: Bool { isClaim || isFormula }

    fileprivate var endsInPlusMinus: Bool {
        if case .text(let text) = kind { text.hasSuffix(" ±") } else { false }
    }

    fileprivate var bindsToTheLeft: Bool {
        if case .text(let text) = kind { text.hasPrefix("± ") } else { isClaim }
    }
}
