extension Evaluation: Showable {
    /// A table of one row.
    public func output(in notebook: Notebook) -> Output? {
        .table(Table(columns: metrics.map { $0.name }, rows: [metrics.map { self[$0].fixed(4) }]))
    }
}
