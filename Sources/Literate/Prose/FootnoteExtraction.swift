import CommonMark

/// Takes the items that stand for footnotes out of their lists.
struct FootnoteExtraction {
    /// The labels of the footnotes that are still to be found, by the draft's lines.
    private(set) var labels: [Int: String]

    init(labels: [Int: String]) {
        self.labels = labels
    }

    /// `node`, and all below it, with footnotes.
    mutating func extracted(_ node: Node) -> Node {
        var node = node
        node.children = node.children.flatMap { child in
            if case .list(let list) = child.kind, case .ordered(_, .parenthesis) = list.marker {
                return pieces(of: child)
            }
            return [extracted(child)]
        }
        return node
    }

    /// The footnotes among the items of a list, and lists of the items between them.
    private mutating func pieces(of list: Node) -> [Node] {
        var pieces: [Node] = []
        for item in list.children {
            let label = item.position.flatMap { labels.removeValue(forKey: $0.startLine) }
            let item = extracted(item)
            if let label {
                pieces.append(Node(.footnote(label: label), position: item.position, children: item.children))
            } else if let last = pieces.last, case .list = last.kind {
                pieces[pieces.count - 1].children.append(item)
            } else {
                pieces.append(Node(list.kind, position: item.position, children: [item]))
            }
        }
        return pieces
    }
}
