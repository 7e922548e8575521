import CommonMark

extension Weaver {
    // MARK: Images

    /// An image in a text. Its attributes, if any, are the node behind it.
    mutating func image(_ node: Node, source: String, title: String, attributes: Attributes? = nil) -> Node {
        let text = plainText(node.children)
        let alternative = attributes?["fig-alt"] ?? attributes?["alt"] ?? text
        let size = course.imageSizes[source].map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
        let name = title.isEmpty ? "" : " title=\"\(HTML.escape(title))\""
        let more = attributes.map { $0.html(without: ["fig-alt", "alt", "width"]) + Self.style($0) } ?? ""
        return Node(
            .customInline(
                "<img src=\"\(Self.address(source))\" alt=\"\(HTML.escape(alternative))\"\(name)\(size)\(more) />"))
    }

    /// An image with a label: a numbered figure, whose caption is what stands in the image's brackets.
    mutating func figure(_ node: Node, _ attributes: Attributes) -> Node {
        guard let image = node.children.first, case .image(let source, let title) = image.kind else { return node }
        var ahead = self
        var inner = attributes
        (inner.id, inner.classes) = (nil, [])
        let picture = CommonMark.html(ahead.image(image, source: source, title: title, attributes: inner))
        let caption = html(image.children)
        let id = attributes.id ?? ""
        let number = course.references[id]?.target.text(isShort: false, isNumbered: true)
        let words = CaptionNumbers.caption(caption.isEmpty ? nil : caption, number) ?? ""
        return block(
            """
            <figure\(Attributes(id: attributes.id, classes: attributes.classes).html(adding: ["figure"])) \
            aria-labelledby="\(id)--caption">
            <div class="figure-picture">\(picture.trimming("\n"))</div>
            <figcaption><p id="\(id)--caption">\(words)</p></figcaption>
            </figure>
            """)
    }

    /// `width=50%` or `width=300px`, which the page may still make less of.
    private static func style(_ attributes: Attributes) -> String {
        guard let width = attributes["width"]?.wholeMatch(of: #/(\d+)(%|px|em|rem)?/#) else { return "" }
        return " style=\"width: \(width.1)\(width.2 ?? "px")\""
    }

    private static func address(_ source: String) -> String {
        // libcmark knows how an address is written in HTML.
        let html = CommonMark.html(Node(.link(destination: source, title: "")))
        return html.firstMatch(of: #/href="([^"]*)"/#).map { String($0.1) } ?? ""
    }

    // MARK: Formulas

    func formula(_ formula: Formula) -> Node {
        let html = course.formulas.html(formula)
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
