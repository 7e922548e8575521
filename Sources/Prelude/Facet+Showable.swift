extension Facet: Showable {
    /// The panels, what each of them says, and their numbers.
    public func output(in notebook: Notebook) -> Output? {
        let data = table.shortened(to: Chart.rowLimit)
        return .figure(
            Figure(
                html: html(id: notebook.nextFigureID()), summary: summary,
                data: Table(columns: data.columns.map { $0.name }, rows: data.rows), omittedRows: data.omittedRows))
    }
}
