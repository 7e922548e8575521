import CommonMark

extension Weaver {
    mutating func div(_ node: Node, _ attributes: Attributes) -> Node {
        if let callout = Callout(attributes) { return self.callout(node, callout, attributes) }
        if let part = exercisePart(node, attributes) { return part }
        if let kind = attributes.classes.lazy.compactMap(LabelKind.init(boxClass:)).first {
            return box(node, kind, attributes)
        }
        if attributes.classes.contains("proof") { return proof(node, attributes) }
        if attributes.classes.contains("demo") { return demo(node, attributes) }
        var more = ""
        // A note in the margin is no part of the sentence that it stands beside.
        if attributes.classes.contains("column-margin") { more = " role=\"note\"" }
        return Node(
            .container(open: "<div\(attributes.html())\(more)>", close: "</div>"), children: wovenInside(node).children)
    }

    private mutating func callout(_ node: Node, _ callout: Callout, _ attributes: Attributes) -> Node {
        var body = node
        var title = HTML.escape(callout.title ?? callout.kind.word)
        if node.children.first?.kind == .caption {
            title = html(body.children.removeFirst().children)
        }
        let hasTitle = callout.title != nil || body.children.count < node.children.count
        // The color and the sign of a callout say nothing to who can't see them.
        let kind = hasTitle ? "<span class=\"callout-kind\">\(callout.kind.word)</span> " : ""
        let classes = attributes.html(adding: ["callout"], without: ["title", "collapse"])
        let (open, close) =
            callout.isFolded.map { isFolded in
                (
                    "<details\(classes)\(isFolded ? "" : " open")>\n<summary class=\"callout-title\">\(kind)\(title)</summary>",
                    "</details>"
                )
            } ?? ("<div\(classes) role=\"note\">\n<p class=\"callout-title\">\(kind)\(title)</p>", "</div>")
        return Node(.container(open: open, close: close), children: wovenInside(body).children)
    }

    private mutating func box(_ node: Node, _ kind: LabelKind, _ attributes: Attributes) -> Node {
        let number = attributes.id.flatMap { course.references[$0]?.target.number }
        let name = attributes["title"].map { " <span class=\"box-name\">\(HTML.escape($0))</span>" } ?? ""
        let word = ([kind.word] + [number].compactMap(\.self)).joined(separator: "\u{A0}")
        let title = "<span class=\"box-number\">\(word)</span>\(name)"
        let open = """
            <div\(attributes.html(adding: ["box"], without: ["title"]))>
            <p class="box-title">\(title)</p>
            """
        let weave = { (weaver: inout Weaver) in
            Node(.container(open: open, close: "</div>"), children: weaver.wovenInside(node).children)
        }
        return kind == .exercise ? inExercise(node, attributes, title: title, weave: weave) : weave(&self)
    }

    private mutating func proof(_ node: Node, _ attributes: Attributes) -> Node {
        let open = "<div\(attributes.html(adding: ["box"]))>\n<p class=\"box-title\">Proof</p>"
        return Node(.container(open: open, close: "</div>"), children: wovenInside(node).children)
    }
}

extension Attributes {
    /// The attributes as HTML, with a blank before each. Keys that HTML doesn't know become `data-key`.
    func html(adding more: [String] = [], without keys: [String] = []) -> String {
        var html = id.map { " id=\"\($0)\"" } ?? ""
        let names = more + classes.filter { !more.contains($0) }
        if !names.isEmpty { html += " class=\"\(names.joined(separator: " "))\"" }
        for pair in pairs where !keys.contains(pair.key) {
            let isKnown = ["lang", "dir", "title"].contains(pair.key) || pair.key.hasPrefix("aria-")
            html += " \(isKnown ? pair.key : "data-\(pair.key.lowercased())")=\"\(HTML.escape(pair.value))\""
        }
        return html
    }
}
