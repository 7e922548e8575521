import NotebookEvents

extension Execution {
    /// A problem for each figure that says nothing to a reader who can't see it: it derives no sentence from its data, and
    /// its cell gives none.
    ///
    /// Not kept with results: a cell's `fig-alt` may change without the cell being run again.
    public func missingAlternatives(in chapter: Chapter) -> [Problem] {
        zip(chapter.units, results).flatMap { unit, result -> [Problem] in
            guard case .cell(let cell) = unit, cell.options.output != .hidden, result.status == .ran else { return [] }
            let figures = result.events.compactMap { event -> Figure? in
                if case .output(.figure(let figure), _) = event { figure } else { nil }
            }
            let given = cell.options.figureAlternatives.map(\.text)
            return figures.enumerated().filter { index, figure in
                figure.summary.isEmpty && CellCaptions.caption(index, of: given) == nil
            }.map { _ in .missingAlternative(of: cell, in: chapter) }
        }
    }
}

extension Problem {
    fileprivate static func missingAlternative(of cell: Cell, in chapter: Chapter) -> Problem {
        Problem(
            file: chapter.source.path, location: cell.location,
            message: "a figure of this cell says nothing to a reader who can't see it",
            fix: "say what it shows in an option: '//| fig-alt: …', or in the chart's '.accessibilityLabel(…)'")
    }
}
