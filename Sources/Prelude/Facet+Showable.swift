extension Facet: Showable {
    /// The panels, what each of them says, and their numbers.
    public func output(in notebook: Notebook) -> Output? {
        let all = table
        return .figure(
            Figure(
                html: html(id: notebook.nextFigureID()), summary: summary,
                shown: all.shortened(to: Chart.rowLimit), all: all))
    }
}
