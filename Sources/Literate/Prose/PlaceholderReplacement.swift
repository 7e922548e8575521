import CommonMark

/// Puts nodes in the places of placeholders.
struct PlaceholderReplacement {
    let placeholders: Placeholders
    /// The paragraphs that hold the cells and captions of tables.
    let cells: [Node]

    /// `node`, and all below it, without placeholders.
    func replaced(_ node: Node) -> Node {
        var node = node
        switch node.kind {
        case .text(let text): node.kind = .text(placeholders.restored(text))
        case .code(let text): node.kind = .code(placeholders.restored(text))
        case .htmlInline(let html): node.kind = .htmlInline(placeholders.restored(html))
        case .codeBlock(let info, let code):
            node.kind = .codeBlock(info: placeholders.restored(info), code: placeholders.restored(code))
        case .htmlBlock(let html): node.kind = .htmlBlock(placeholders.restored(html))
        case .link(let url, let title):
            node.kind = .link(
                destination: placeholders.restored(unescaping: url), title: placeholders.restored(unescaping: title))
            node.children = inlines(node.children)
        case .heading: node.children = inlines(node.children, ofHeading: true)
        case .image(let url, let title):
            node.kind = .image(
                source: placeholders.restored(unescaping: url), title: placeholders.restored(unescaping: title))
            node.children = inlines(node.children)
        case .paragraph, .emphasis, .strong: node.children = inlines(node.children)
        default: node.children = node.children.flatMap(blocks)
        }
        return node
    }
}

extension PlaceholderReplacement {
    // MARK: Blocks

    private func blocks(_ node: Node) -> [Node] {
        guard case .htmlBlock(let html) = node.kind, let entry = placeholders.block(html) else {
            return [figure(replaced(node))]
        }
        switch entry.content {
        case .table(let table): return [self.table(table, position: node.position)]
        case .continuation: return []
        default: return [replaced(node)]
        }
    }

    private func table(_ draft: PipeTableDraft, position: Position?) -> Node {
        var children = draft.rows.map { row in
            let missing = repeatElement(Node(.tableCell), count: max(0, draft.alignments.count - row.count))
            return Node(.tableRow, children: row.map { cell($0, .tableCell) } + missing)
        }
        if let caption = draft.caption { children.append(cell(caption, .caption)) }
        let table = PipeTable(alignments: draft.alignments, attributes: draft.attributes)
        return Node(.table(table), position: position, children: children)
    }

    private func cell(_ index: Int, _ kind: Node.Kind) -> Node {
        guard cells.indices.contains(index) else { return Node(kind) }
        let paragraph = cells[index]
        var children = inlines(paragraph.children)
        // The word that made the cell a paragraph left a blank behind.
        if case .text(let text) = children.first?.kind {
            children[0].kind = .text(String(text.drop { $0 == " " }))
            if children[0].kind == .text("") { children.removeFirst() }
        }
        return Node(kind, position: paragraph.position, children: children)
    }

    /// A paragraph that holds nothing but an image with a label is a figure.
    private func figure(_ node: Node) -> Node {
        guard node.kind == .paragraph, node.children.count == 2, case .image = node.children[0].kind,
            case .attributes(let attributes) = node.children[1].kind, attributes.id != nil
        else { return node }
        return Node(.figure(attributes), position: node.position, children: [node.children[0]])
    }

    // MARK: Inlines

    private func inlines(_ nodes: [Node], ofHeading: Bool = false) -> [Node] {
        var inlines: [Node] = []
        for node in nodes {
            guard case .text(let text) = node.kind else {
                inlines.append(replaced(node))
                continue
            }
            if text.unicodeScalars.first == Placeholders.filler, inlines.last?.kind == .softBreak {
                inlines.removeLast()
            }
            for piece in placeholders.pieces(of: text) { add(piece, of: node, ofHeading: ofHeading, to: &inlines) }
        }
        return inlines
    }

    private func add(_ piece: Placeholders.Piece, of node: Node, ofHeading: Bool, to inlines: inout [Node]) {
        switch piece {
        case .text(let text):
            let text = Placeholders.withoutFillers(text)
            if !text.isEmpty { inlines.append(Node(.text(text), position: node.position)) }
        case .entry(let entry):
            let position = Position(entry.location)
            if let kind = kind(of: entry, behind: inlines.last, ofHeading: ofHeading) {
                inlines.append(Node(kind, position: position))
            } else {
                inlines.append(Node(.text(entry.source), position: position))
            }
        }
    }

    /// What stands for `entry` in a text; nil where its author's own words do.
    private func kind(of entry: Placeholders.Entry, behind last: Node?, ofHeading: Bool) -> Node.Kind? {
        switch entry.content {
        case .footnoteReference(let label): return .footnoteReference(label: label)
        case .formula(let formula): return .formula(formula)
        case .mention(let mention): return .mention(mention)
        case .headingAttributes(let attributes): return ofHeading ? .attributes(attributes) : nil
        case .imageAttributes(let attributes):
            if case .image = last?.kind { return .attributes(attributes) }
            return nil
        default: return nil
        }
    }
}
