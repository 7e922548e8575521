extension Chart: Showable {
    /// The picture, the sentence that says what it shows, and its data.
    public func output(in notebook: Notebook) -> Output? {
        let table = table
        return .figure(
            Figure(
                html: html(id: notebook.nextFigureID()), summary: summary,
                data: Table(columns: table.columns.map(\.name), rows: table.rows)))
    }
}
