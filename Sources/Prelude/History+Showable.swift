extension History: Showable {
    /// A table with a row for each epoch and a column for each metric.
    public func output(in notebook: Notebook) -> Output? {
        let rows = (0..<epochs).map { epoch in
            ["\(epoch + 1)"] + metrics.map { self[$0].indices.contains(epoch) ? self[$0][epoch].fixed(4) : "" }
        }
        return .table(Table(columns: ["epoch"] + metrics.map { $0.name }, rows: rows))
    }
}
