import CommonMark

extension Weaver {
    // MARK: Formulas

    func formula(_ formula: Formula) -> Node {
        let html = course.formulas.html(formula).withoutSource
        guard formula.isDisplay else { return Node(.customInline("<span class=\"formula\">\(html)</span>")) }
        let id = formula.label.map { " id=\"\($0)\"" } ?? ""
        let number = formula.label.flatMap { course.references[$0]?.target.number }
        let name = (["Equation"] + [number].compactMap(\.self)).joined(separator: " ")
        let mark = number.map { "<span class=\"equation-number\">(\($0))</span>" } ?? ""
        return Node(
            .customInline(
                """
                <span class="equation"\(id)><span class="equation-body" tabindex="0" role="group" \
                aria-label="\(name)">\(html)</span>\(mark)</span>
                """))
    }

    // MARK: Mentions

    mutating func mention(_ mention: Mention) -> Node {
        let areLabels = mention.items.allSatisfy { course.references[$0.key] != nil }
        let items = mention.items.map { item in
            let name = areLabels ? reference(item) : citations.html(item, mention, in: course.bibliography)
            let prefix = item.prefix.isEmpty ? "" : HTML.escape(item.prefix) + " "
            let isWord = item.suffix.first.map { $0.isLetter || $0.isNumber } ?? false
            return prefix + name + (isWord ? " " : "") + HTML.escape(item.suffix)
        }
        if areLabels { return Node(.customInline(items.joined(separator: ", "))) }
        let html = items.joined(separator: "; ")
        return Node(.customInline("<span class=\"citation\">\(mention.isBracketed ? "(\(html))" : html)</span>"))
    }

    private func reference(_ item: Mention.Item) -> String {
        guard let place = course.references[item.key] else { return HTML.escape("@\(item.key)") }
        let page = place.slug == slug ? "" : "\(place.slug).html"
        let text = place.target.text(isShort: item.isShort, isNumbered: numbersSections)
        return "<a class=\"reference\" href=\"\(page)#\(item.key)\">\(HTML.escape(text))</a>"
    }
}

extension String {
    /// A formula without its TeX, which nobody sees: KaTeX puts it into the MathML, and the chapter's own text has it.
    fileprivate var withoutSource: String {
        guard let start = firstRange(of: "<annotation"), let end = firstRange(of: "</semantics>") else { return self }
        return String(self[..<start.lowerBound]).replacing("<semantics>", with: "") + self[end.upperBound...]
    }
}
