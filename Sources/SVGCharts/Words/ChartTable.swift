/// The numbers behind a chart.
public struct ChartTable: Hashable, Sendable {
    /// A column's heading.
    public struct Column: Hashable, Sendable {
        /// What it holds, in the words of the chart.
        public let name: String
        /// Whether it holds numbers, which stand to the right.
        public let isNumeric: Bool
    }

    /// The headings.
    public let columns: [Column]
    package private(set) var data: [[Datum?]]
    /// Which rows are cells of a raster; empty where none is.
    package private(set) var cells: [Bool]

    /// The rows as people read them: numbers with about four digits; empty where there is no value.
    public var rows: [[String]] {
        data.map { row in row.map { $0.map { $0.label } ?? "" } }
    }

    /// The table as CSV (RFC 4180) with all digits of each number, for other programs.
    public var csv: String {
        let head = columns.map { Self.quoted($0.name) }.joined(separator: ",")
        let body = data.map { row in row.map { $0.map { Self.quoted($0.name) } ?? "" }.joined(separator: ",") }
        return ([head] + body).map { $0 + "\r\n" }.joined()
    }

    /// How many rows `shortened(to:)` left out.
    public private(set) var omittedRows = 0

    /// At most so many rows, equally far apart, for a page; the CSV of the whole table has the rest. Of a raster's cells,
    /// which say something only side by side, a few rows show what they are.
    public func shortened(to count: Int) -> ChartTable {
        let isCell = data.indices.map { cells.indices.contains($0) && cells[$0] }
        var kept = Self.sample(data.indices.filter { !isCell[$0] }, count)
        for cell in Self.sample(data.indices.filter { isCell[$0] }, min(count, Self.mostCells)) {
            kept.insert(cell, at: kept.firstIndex { $0 > cell } ?? kept.count)
        }
        var table = self
        table.data = kept.map { data[$0] }
        table.cells = cells.isEmpty ? [] : kept.map { isCell[$0] }
        table.omittedRows = omittedRows + data.count - kept.count
        return table
    }

    private static let mostCells = 6

    /// At most so many of the places, equally far apart.
    private static func sample(_ places: [Int], _ count: Int) -> [Int] {
        let step = max(1, (places.count + max(count, 1) - 1) / max(count, 1))
        return stride(from: 0, to: places.count, by: step).map { places[$0] }
    }

    package init(columns: [String], data: [[Datum?]], cells: [Bool] = []) {
        self.data = data
        self.cells = cells.contains(true) ? cells : []
        self.columns = columns.enumerated().map { index, name in
            let isNumeric = data.allSatisfy { row in row[index].map { !$0.isCategory } ?? true }
            return Column(name: name, isNumeric: isNumeric)
        }
    }

    private static func quoted(_ text: String) -> String {
        let isSpecial = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard isSpecial else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension Chart {
    /// The data table: one row for each x with a column for each series, or, where a series has several values at one
    /// x, one row for each mark.
    public var table: ChartTable {
        let layers = Encoding(marks, options).layers
        return WideTable(layers)?.table ?? LongTable(marks).table
    }
}
