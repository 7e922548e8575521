import CommonMark

extension Weaver {
    /// The whole page: the document, and behind it what its text refers to.
    mutating func page(of document: Node) -> Node {
        var page = wovenInside(document)
        page.children += [footnotes.section, citations.section(of: course.bibliography)].compactMap(\.self)
        return page
    }

    mutating func footnote(_ node: Node, label: String) -> Node {
        footnotes.add(wovenInside(node).children, for: label)
        return Node(.container(open: "", close: ""))
    }

    // MARK: Divs

    mutating func div(_ node: Node, _ attributes: Attributes) -> Node {
        if let callout = Callout(attributes) { return self.callout(node, callout, attributes) }
        if attributes.classes.contains("solution"), attributes.id == nil { return folded(node, "Solution", attributes) }
        if let kind = attributes.classes.lazy.compactMap(LabelKind.init(boxClass:)).first {
            return box(node, kind, attributes)
        }
        if attributes.classes.contains("proof") { return proof(node, attributes) }
        if attributes.classes.contains("hint") { return folded(node, "Hint", attributes) }
        if attributes.classes.contains("choices") { return choices(node, attributes) }
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
        let open = """
            <div\(attributes.html(adding: ["box"], without: ["title"]))>
            <p class="box-title"><span class="box-number">\(word)</span>\(name)</p>
            """
        return Node(.container(open: open, close: "</div>"), children: wovenInside(node).children)
    }

    /// Something that readers open when they want it: a hint, a solution.
    private mutating func folded(_ node: Node, _ word: String, _ attributes: Attributes) -> Node {
        let summary = HTML.escape(attributes["title"].map { "\(word): \($0)" } ?? word)
        let open = "<details\(attributes.html(without: ["title"]))>\n<summary>\(summary)</summary>"
        return Node(.container(open: open, close: "</details>"), children: wovenInside(node).children)
    }

    /// The choices of an exercise: of each, the first paragraph is there to choose, and the rest is the reason.
    private mutating func choices(_ node: Node, _ attributes: Attributes) -> Node {
        var woven = wovenInside(node)
        for list in woven.children.indices {
            for item in woven.children[list].children.indices {
                let children = woven.children[list].children[item].children
                guard children.count > 1 else { continue }
                let reason = Node(
                    .container(open: "<details class=\"reason\">\n<summary>Why?</summary>", close: "</details>"),
                    children: Array(children.dropFirst()))
                woven.children[list].children[item].children = [children[0], reason]
            }
        }
        let open = "<div\(attributes.html()) role=\"group\" aria-label=\"Choices\">"
        return Node(.container(open: open, close: "</div>"), children: woven.children)
    }

    private mutating func proof(_ node: Node, _ attributes: Attributes) -> Node {
        let open = "<div\(attributes.html(adding: ["box"]))>\n<p class=\"box-title\">Proof</p>"
        return Node(.container(open: open, close: "</div>"), children: wovenInside(node).children)
    }

    // MARK: Tables

    mutating func table(_ node: Node, _ table: PipeTable) -> Node {
        var rows: [String] = []
        var caption: String?
        for child in node.children {
            if child.kind == .caption {
                caption = html(child.children)
            } else {
                rows.append(row(child, table.alignments, isHead: rows.isEmpty))
            }
        }
        let label = table.attributes.id
        let number = label.flatMap { course.references[$0]?.target.text(isShort: false, isNumbered: true) }
        let id = label.map { "\($0)--caption" }
        let title = CaptionNumbers.caption(caption, number).map { words in
            "<caption\(id.map { " id=\"\($0)\"" } ?? "")>\(words)</caption>\n"
        }
        let name = title == nil ? nil : id.map { "aria-labelledby=\"\($0)\"" }
        return block(
            """
            <div\(table.attributes.html(adding: ["table"])) tabindex="0" role="group" \(name ?? "aria-label=\"Table\"")><table>
            \(title ?? "")<thead>\(rows.first ?? "")</thead>
            \(rows.count < 2 ? "" : "<tbody>\n\(rows.dropFirst().joined(separator: "\n"))\n</tbody>")</table></div>
            """)
    }

    private mutating func row(_ node: Node, _ alignments: [PipeTable.Alignment], isHead: Bool) -> String {
        var cells = ""
        for (cell, alignment) in zip(node.children, alignments) {
            let text = html(cell.children)
            let align = alignment == .none ? "" : " class=\"align-\(alignment.rawValue)\""
            // A head without a text names nothing.
            let tag = isHead && !text.isEmpty ? "th" : "td"
            cells += "<\(tag)\(tag == "th" ? " scope=\"col\"" : "")\(align)>\(text)</\(tag)>"
        }
        return "<tr>\(cells)</tr>"
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

extension Node {
    /// The label or id that the author gave this node.
    var label: String? {
        switch kind {
        case .heading: attributes?.id
        case .div(let attributes), .figure(let attributes): attributes.id
        case .table(let table): table.attributes.id
        case .formula(let formula): formula.label
        default: nil
        }
    }
}
