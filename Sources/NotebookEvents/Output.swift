/// What a cell showed, ready to be placed on a page.
public enum Output: Equatable, Sendable {
    case text(String)
    case table(Table)
    case figure(Figure)
}

/// Rows of text under named columns.
public struct Table: Equatable, Sendable {
    /// The heads of the columns, from left to right.
    public var columns: [String]
    /// One array a row, as long as `columns`.
    public var rows: [[String]]

    /// Ends the program where a row is not as long as `columns`, and says which.
    public init(columns: [String], rows: [[String]]) {
        for (number, row) in rows.enumerated() where row.count != columns.count {
            fatalError("row \(number + 1) of the table has \(row.count) cells, but there are \(columns.count) columns")
        }
        self.columns = columns
        self.rows = rows
    }
}

/// A drawing together with what a reader who can't see it needs.
public struct Figure: Equatable, Sendable {
    /// What every id in a figure's HTML begins with, until the weaver puts the page's own in its place.
    public static let idPrefix = "weft-figure"

    /// The drawing as HTML, all of whose ids begin with `idPrefix`.
    public var html: String
    /// One sentence that says what the drawing shows, derived from its data.
    public var summary: String
    /// The numbers that were drawn.
    public var data: Table
    /// How many rows of them `data` leaves out, because no reader wants them all.
    public var omittedRows: Int
    /// All rows with all digits as CSV, for a file beside the page; nil where there is none.
    public var csv: String?

    public init(html: String, summary: String, data: Table, omittedRows: Int = 0, csv: String? = nil) {
        self.html = html
        self.summary = summary
        self.data = data
        self.omittedRows = omittedRows
        self.csv = csv
    }
}

#if !hasFeature(Embedded)
    extension Output: Codable {}
    extension Table: Codable {}
    extension Figure: Codable {}
#endif
