extension Frames: Showable {
    /// More rows than this for all frames together are a table that nobody reads, and that every page has to carry.
    private static var rowLimit: Int { 60 }

    /// The frames with their control, the sentence that says what is shown at first, and the numbers of all frames, or,
    /// where those would be a table that nobody reads, of the one shown at first.
    public func output(in notebook: Notebook) -> Output? {
        let all = table
        let isShort = all.rows.count <= Self.rowLimit
        let data = isShort ? all : standingTable.shortened(to: Chart.rowLimit)
        return .figure(
            Figure(
                html: html(id: notebook.nextFigureID()), summary: isShort ? summary : "\(summary) \(tableNote)",
                shown: data, all: all))
    }
}
