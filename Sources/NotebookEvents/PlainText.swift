// How results look where there is no page: in a terminal.

extension Output {
    /// The output as lines of text, each with its end: a text as it is, a table in columns, a figure as the sentence that
    /// says what it shows.
    public var plainText: String {
        switch self {
        case .text(let text): text + "\n"
        case .table(let table): table.plainText
        case .figure(let figure): "Figure: \(figure.summary)\n"
        }
    }
}

extension Table {
    /// The table's lines, under a line of its heads and one of dashes, in columns two blanks apart.
    ///
    ///     epoch  loss
    ///     -----  ------
    ///     1      0.5312
    public var plainText: String {
        let widths = columns.indices.map { column in
            rows.reduce(columns[column].count) { max($0, $1[column].count) }
        }
        let dashes = widths.map { String(repeating: "-", count: $0) }
        var text = ""
        for row in [columns, dashes] + rows {
            for column in row.indices {
                // Nothing stands behind the last column.
                let blanks = column == row.count - 1 ? 0 : widths[column] - row[column].count + 2
                text += row[column] + String(repeating: " ", count: blanks)
            }
            text += "\n"
        }
        return text
    }
}

/// How a value or a claim of a chapter's prose looks in a terminal.
public enum ProseLine {
    /// "1 + 1 → 2".
    public static func value(_ source: String, _ text: String) -> String {
        "\(source) → \(text)\n"
    }

    /// "✓ 1 < 2", or "✗ 1 > 2" for a false claim.
    public static func claim(_ source: String, held: Bool) -> String {
        "\(held ? "✓" : "✗") \(source)\n"
    }
}
