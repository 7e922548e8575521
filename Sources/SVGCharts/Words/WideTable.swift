/// A row for each x, a column for each series, two for the ends of its interval.
struct WideTable {
    private(set) var table = ChartTable(columns: [], data: [])
    private var columns: [String]
    private var data: [[Datum?]] = []
    private var index = HashIndex()

    /// Nil where the marks do not share one x, or a series has two values at one x.
    init?(_ layers: [Layer]) {
        let series = layers.filter { $0.kind != .rule }
        guard let label = series.first?.marks.first?.x?.label else { return nil }
        columns = [label]
        for layer in series {
            for mark in layer.marks where !mark.isBetweenRows {
                guard let x = mark.x, x.label == label, mark.xEnd == nil, x.datum.finite != nil || x.datum.isCategory,
                    let values = Self.values(of: mark, in: layer)
                else { return nil }
                for value in values where !add(value, at: x.datum) { return nil }
            }
        }
        for row in data.indices { while data[row].count < columns.count { data[row].append(nil) } }
        table = ChartTable(columns: columns, data: data)
    }
}

extension WideTable {
    /// What a mark puts into its row, under the names of columns: a line's value under that of its series, an
    /// interval's ends under theirs.
    private static func values(of mark: MarkDescriptor, in layer: Layer) -> [Channel]? {
        guard let y = mark.y, !y.datum.isCategory, mark.raster == nil, mark.kind != .rectangle else { return nil }
        guard let end = mark.yEnd else { return [Channel(label: layer.name ?? y.label, datum: y.datum)] }
        let (from, to) = y.label == end.label ? (y.label + " from", end.label + " to") : (y.label, end.label)
        let series = layer.name.map { $0 + ", " } ?? ""
        return [Channel(label: series + from, datum: y.datum), Channel(label: series + to, datum: end.datum)]
    }

    /// Whether there was room for a value in its row.
    private mutating func add(_ value: Channel, at x: Datum) -> Bool {
        let column = columns.firstIndex(of: value.label) ?? columns.count
        guard column > 0 else { return false }
        if column == columns.count { columns.append(value.label) }
        let row = index.first(x.fingerprint) { data[$0][0] == x } ?? data.count
        if row == data.count {
            index.append(x.fingerprint)
            data.append([x])
        }
        while data[row].count <= column { data[row].append(nil) }
        let shown = value.datum.finite.map { Datum.number($0) }
        if let old = data[row][column], old != shown { return false }
        data[row][column] = shown
        return true
    }
}
