import CommonMark

/// The exercise that is being woven.
struct OpenExercise {
    /// The exercise's id, and its number and name as its title has them.
    var id: String?
    var title: String
    /// How many hints there are, and how many of them have gone by.
    var hints: Int
    var hint = 0
    /// Whether a solution has gone by.
    var hasSolution = false
}

extension Weaver {
    /// A part of an exercise that readers open or choose from; nil where the div is something else.
    mutating func exercisePart(_ node: Node, _ attributes: Attributes) -> Node? {
        if attributes.classes.contains("solution") { return solution(node, attributes) }
        if attributes.classes.contains("hint") { return hint(node, attributes) }
        return attributes.classes.contains("choices") ? choices(node, attributes) : nil
    }

    /// `weave`, as it weaves what is in an exercise.
    mutating func inExercise(_ node: Node, _ attributes: Attributes, title: String, weave: (inout Weaver) -> Node)
        -> Node
    {
        let outer = exercise
        let hints = node.all.count {
            if case .div(let attributes) = $0.kind { attributes.classes.contains("hint") } else { false }
        }
        exercise = OpenExercise(id: attributes.id, title: title, hints: hints)
        defer { exercise = outer }
        return weave(&self)
    }

    private mutating func hint(_ node: Node, _ attributes: Attributes) -> Node {
        exercise?.hint += 1
        let isOneOfMany = (exercise?.hints ?? 0) > 1
        let word = isOneOfMany ? "Hint \(exercise?.hint ?? 1)" : "Hint"
        return folded(wovenInside(node).children, word, attributes)
    }

    private mutating func solution(_ node: Node, _ attributes: Attributes) -> Node {
        let outer = isInSolution
        isInSolution = true
        let children = wovenInside(node).children
        isInSolution = outer
        return isInSolution ? Node(.container(open: "", close: ""), children: children) : place(children, attributes)
    }

    /// A cell of a code exercise, woven as `html`.
    mutating func exerciseCell(_ cell: Cell, _ html: String) -> Node {
        switch cell.exercisePart {
        case .solution where !isInSolution: return place([block(html)], Attributes(classes: ["solution"]))
        case .check:
            return block(
                """
                <details class="check"><summary>What your code is checked by</summary>
                \(html)
                <p class="check-note">While this page was built, the solution passed this check, and the code above did not.</p>
                </details>
                """)
        default: return block(html)
        }
    }

    /// Puts a solution where the course wants its solutions. A page shows each exercise's solutions one after another.
    private mutating func place(_ children: [Node], _ attributes: Attributes) -> Node {
        let number = attributes.id.flatMap { course.references[$0]?.target.text(isShort: false, isNumbered: true) }
        switch course.solutions {
        case .folded: return folded(children, number ?? "Solution", attributes)
        case .omitted: return Node(.container(open: attributes.id.map { "<div id=\"\($0)\"></div>" } ?? "", close: ""))
        case .appendix:
            let id = attributes.id ?? exercise?.id.map { "\($0)--solution" } ?? "solution--\(solutions.count + 1)"
            let isFurther = exercise?.hasSolution == true && attributes.id == nil
            exercise?.hasSolution = true
            guard !isFurther else {
                solutions[solutions.count - 1].children += children
                return Node(.container(open: "", close: ""))
            }
            let title = number ?? exercise?.title ?? "Solution"
            let back = exercise?.id.map { "<a href=\"#\($0)\">\(title)</a>" } ?? title
            solutions.append(
                Node(
                    .container(
                        open: "<div id=\"\(id)\" class=\"box solution\">\n<p class=\"box-title\">\(back)</p>",
                        close: "</div>"),
                    children: children))
            return block("<p class=\"solution-link\"><a href=\"#\(id)\">Solution</a></p>")
        }
    }

    private func folded(_ children: [Node], _ word: String, _ attributes: Attributes) -> Node {
        let summary = HTML.escape(attributes["title"].map { "\(word): \($0)" } ?? word)
        let open = "<details\(attributes.html(without: ["title"]))>\n<summary>\(summary)</summary>"
        return Node(.container(open: open, close: "</details>"), children: children)
    }

    /// The solutions at the page's end; nil where none stand there.
    mutating func appendix() -> Node? {
        guard !solutions.isEmpty else { return nil }
        let id = "solutions--title"
        addSection(Page.Section(level: 2, id: id, title: "Solutions"))
        return Node(
            .container(
                open: "<section class=\"solutions\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">Solutions</h2>",
                close: "</section>"),
            children: solutions)
    }
}
