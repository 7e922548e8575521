import CommonMark

/// What becomes of the solutions of a course's exercises: `solutions:` in `site.yml`.
public enum Solutions: String, CaseIterable, Sendable {
    /// A solution stands at its exercise, and opens when a reader wants it.
    case folded
    /// The solutions of a page stand together at its end.
    case appendix
    /// Pages have no solutions, nor do the texts that readers download. Answers are checked all the same.
    case omitted
}

extension Chapter {
    /// The chapter's text as readers get it: without the lines of its solutions, where these are omitted.
    public func handout(_ solutions: Solutions) -> String {
        let hidden = hiddenLines(solutions)
        guard !hidden.isEmpty else { return source.text }
        return source.lines.enumerated().filter { !hidden.contains($0.offset + 1) }.map(\.element)
            .joined(separator: "\n")
    }

    /// The lines that readers do not get: those of solutions, where these are omitted.
    func hiddenLines(_ solutions: Solutions) -> Set<Int> {
        solutions == .omitted ? Set(solutionLines.joined()) : []
    }

    /// The lines of solutions, those of their fences included.
    private var solutionLines: [ClosedRange<Int>] {
        var cells = self.cells[...]
        return document.all.compactMap { node in
            guard let position = node.position else { return nil }
            switch node.kind {
            case .codeBlock(let info, _):
                guard case .cell = Fence.Role(info: info), cells.popFirst()?.exercisePart == .solution else {
                    return nil
                }
            case .div(let attributes) where attributes.classes.contains("solution"): break
            default: return nil
            }
            return position.startLine...max(position.startLine, position.endLine)
        }
    }
}
