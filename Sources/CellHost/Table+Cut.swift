import NotebookEvents

extension Table {
    /// As many of the table's first rows as have this many bytes, and a word on the others; nil where that is all of them.
    func cut(to limit: Int) -> (Table, notice: String)? {
        var bytes = 0
        guard
            let count = rows.firstIndex(where: { row in
                bytes += row.reduce(0) { $0 + $1.utf8.count }
                return bytes > limit
            })
        else { return nil }
        let left = rows.count - count
        return (
            Table(columns: columns, rows: Array(rows[..<count])),
            "… (cut: the table has \(left) more row\(left == 1 ? "" : "s"), and more than \(limit >> 20) MB)"
        )
    }
}
