/// A row for each x, a column for each series.
struct WideTable {
    let table: ChartTable

    /// Nil where the marks do not share one x, or a series has two values at one x.
    init?(_ layers: [Layer]) {
        let series = layers.filter { $0.kind != .rule }
        guard let label = series.first?.marks.first?.x?.label else { return nil }
        var columns = [label]
        var data: [[Datum?]] = []
        var rows: [Datum: Int] = [:]
        for layer in series {
            guard let y = layer.marks.first?.y?.label else { return nil }
            let name = layer.name ?? y
            let isKnown = columns.contains(name)
            let column = columns.firstIndex(of: name) ?? columns.count
            guard column > 0 else { return nil }
            if !isKnown { columns.append(name) }
            for mark in layer.marks {
                guard let x = mark.x, x.label == label, let value = mark.y, mark.xEnd == nil, mark.yEnd == nil,
                    x.datum.finite != nil || x.datum.isCategory, !value.datum.isCategory
                else { return nil }
                let row = rows[x.datum] ?? data.count
                if row == data.count {
                    rows[x.datum] = row
                    data.append([x.datum])
                }
                while data[row].count <= column { data[row].append(nil) }
                let shown = value.datum.finite.map { Datum.number($0) }
                if let old = data[row][column], old != shown { return nil }
                data[row][column] = shown
            }
        }
        for row in data.indices { while data[row].count < columns.count { data[row].append(nil) } }
        table = ChartTable(columns: columns, data: data)
    }
}

/// A row for each mark, a column for each name that a value was given.
struct LongTable {
    let table: ChartTable

    init(_ marks: [MarkDescriptor]) {
        var columns: [String] = []
        var data: [[Datum?]] = []
        for mark in marks where mark.kind != .rule || marks.allSatisfy({ $0.kind == .rule }) {
            var row: [Datum?] = Array(repeating: nil, count: columns.count)
            for channel in mark.named {
                let column = columns.firstIndex(of: channel.label) ?? columns.count
                if column == columns.count { columns.append(channel.label) }
                while row.count <= column { row.append(nil) }
                row[column] = channel.datum.isCategory || channel.datum.finite != nil ? channel.datum : nil
            }
            data.append(row)
        }
        for row in data.indices { while data[row].count < columns.count { data[row].append(nil) } }
        table = ChartTable(columns: columns, data: data)
    }
}

extension MarkDescriptor {
    /// Everything the mark was given, each under a name of its own: the two ends of a ribbon that share one are told
    /// apart.
    fileprivate var named: [Channel] {
        let given = [
            series, style.foreground?.channel, style.line?.channel, style.symbol?.channel, style.position,
        ].compactMap { $0 }
        return given + ends(x, xEnd) + ends(y, yEnd)
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
