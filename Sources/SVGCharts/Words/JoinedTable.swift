extension ChartTable {
    /// Tables below each other, with a first column that names the one that each row is from. Columns of one name are
    /// one column.
    package init(_ parts: [(name: String, table: ChartTable)], column: String) {
        var columns = [column]
        for name in parts.flatMap({ $0.table.columns.map { $0.name } }) where !columns.dropFirst().contains(name) {
            columns.append(name)
        }
        var rows: [[Datum?]] = []
        for part in parts {
            let places = part.table.columns.map { column in columns.dropFirst().firstIndex(of: column.name) ?? 0 }
            for values in part.table.data {
                var row: [Datum?] = Array(repeating: nil, count: columns.count)
                row[0] = .category(part.name)
                for (place, value) in zip(places, values) { row[place] = value }
                rows.append(row)
            }
        }
        let cells = parts.flatMap { part in
            part.table.cells.isEmpty ? part.table.data.map { _ in false } : part.table.cells
        }
        self.init(columns: columns, data: rows, cells: cells)
    }
}
