/// A row for each mark, for a raster one for each of its cells, and a column for each name that a value was given.
struct LongTable {
    let table: ChartTable

    init(_ marks: [MarkDescriptor]) {
        var columns: [String] = []
        var data: [[Datum?]] = []
        var cells: [Bool] = []
        let isOfRules = marks.allSatisfy { $0.kind == .rule }
        // Contours are lines through numbers, which often are a raster's below them.
        let rasters = marks.filter { $0.kind == .raster }.map { $0.raster?.values }
        for mark in marks where (mark.kind != .rule || isOfRules) && !mark.isBetweenRows {
            if mark.kind == .contour, rasters.contains(mark.raster?.values) { continue }
            let grid = mark.cells
            for channels in grid ?? [mark.named] {
                var row: [Datum?] = Array(repeating: nil, count: columns.count)
                for channel in channels {
                    let column = columns.firstIndex(of: channel.label) ?? columns.count
                    if column == columns.count { columns.append(channel.label) }
                    while row.count <= column { row.append(nil) }
                    row[column] = channel.datum.isCategory || channel.datum.finite != nil ? channel.datum : nil
                }
                data.append(row)
                cells.append(grid != nil)
            }
        }
        for row in data.indices { while data[row].count < columns.count { data[row].append(nil) } }
        table = ChartTable(columns: columns, data: data, cells: cells)
    }
}

extension MarkDescriptor {
    /// What a raster holds: for each of its cells where it lies, by its middle, and its number. Nil where this is none.
    fileprivate var cells: [[Channel]]? {
        guard let raster, let left = x?.datum.finite, let right = xEnd?.datum.finite, let bottom = y?.datum.finite,
            let top = yEnd?.datum.finite, let x, let y
        else { return nil }
        let rows = (raster.values.count + raster.columns - 1) / raster.columns
        return raster.values.indices.filter { raster.values[$0].isFinite }.map { index in
            let across = (Double(index % raster.columns) + 0.5) / Double(raster.columns)
            let down = (Double(index / raster.columns) + 0.5) / Double(rows)
            return [
                Channel(label: x.label, datum: .number(left + across * (right - left))),
                Channel(label: y.label, datum: .number(top - down * (top - bottom))),
                Channel(label: raster.label, datum: .number(raster.values[index])),
            ]
        }
    }

    /// Everything the mark was given, each under a name of its own: the two ends of a ribbon that share one are told
    /// apart.
    fileprivate var named: [Channel] {
        var named: [Channel] = []
        if let series { named.append(series) }
        named += fields()
        if let position { named.append(position) }
        return named + ends(x, xEnd) + ends(y, yEnd)
    }

    private func ends(_ start: Channel?, _ end: Channel?) -> [Channel] {
        guard let start else { return [] }
        guard let end else { return [start] }
        guard start.label == end.label else { return [start, end] }
        return [
            Channel(label: start.label + " from", datum: start.datum),
            Channel(label: end.label + " to", datum: end.datum),
        ]
    }
}
