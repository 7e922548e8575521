import CommonMark

extension Weaver {
    /// A part of an exercise that readers open or choose from; nil where the div is something else.
    mutating func exercisePart(_ node: Node, _ attributes: Attributes) -> Node? {
        if attributes.classes.contains("hint") { return folded(node, "Hint", attributes) }
        // A solution with a label is a box of its own.
        if attributes.classes.contains("solution"), attributes.id == nil {
            return folded(node, "Solution", attributes)
        }
        return attributes.classes.contains("choices") ? choices(node, attributes) : nil
    }

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
}
