extension Problem {
    /// The lines of `cell` that look like options and, not being at its top, are none.
    static func misplacedOptions(in cell: Cell, _ syntax: CellSyntax, of source: SourceText) -> [Problem] {
        LineComment.all(in: cell.code).filter { $0.text.hasPrefix("|") }.map { comment in
            source.problem(
                "this option is not at the top of its cell, and would have no effect",
                at: cell.location(of: comment.offset, in: syntax),
                fix: "move '//\(comment.text)' to the first lines of the cell")
        }
    }
}
