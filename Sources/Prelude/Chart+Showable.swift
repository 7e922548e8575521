extension Chart: Showable {
    /// More rows than this make a table that nobody reads.
    static let rowLimit = 200

    /// The picture, the sentence that says what it shows, and its data.
    public func output(in notebook: Notebook) -> Output? {
        let all = table
        return .figure(
            Figure(
                html: html(id: notebook.nextFigureID()), summary: alternativeText,
                shown: all.shortened(to: Self.rowLimit), all: all))
    }
}
