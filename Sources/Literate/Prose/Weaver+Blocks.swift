import CommonMark

extension Weaver {
    /// The whole page: the document, and behind it what its text refers to.
    mutating func page(of document: Node) -> Node {
        var page = wovenInside(document)
        page.children += [appendix(), footnotes.section, citations.section(of: course.bibliography)].compactMap(\.self)
        return page
    }

    mutating func footnote(_ node: Node, label: String) -> Node {
        footnotes.add(wovenInside(node).children, for: label)
        return Node(.container(open: "", close: ""))
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
