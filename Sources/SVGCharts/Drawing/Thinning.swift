/// Leaves out what nobody can see of a long run: a line keeps of each column, one unit wide, its first, lowest,
/// highest and last place (the M4 aggregation of Jugel et al. 2014, whose raster is that of the whole line).
package enum Thinning {
    /// The width of a column in the chart's units.
    private static let column = 1.0
    /// A run so short is drawn whole.
    private static let longest = 2000

    /// The places to draw a line through. Only runs that go from left to right can be thinned.
    package static func line(_ places: [Place]) -> [Place] {
        guard places.count > longest, isAscending(places) else { return places }
        var kept: [Place] = []
        var start = 0
        while start < places.count {
            let column = (places[start].x / Self.column).rounded(.down)
            var end = start, low = start, high = start
            while end < places.count, (places[end].x / Self.column).rounded(.down) == column {
                if places[end].y < places[low].y { low = end }
                if places[end].y > places[high].y { high = end }
                end += 1
            }
            var last = -1
            for index in [start, min(low, high), max(low, high), end - 1] where index > last {
                kept.append(places[index])
                last = index
            }
            start = end
        }
        return kept
    }

    /// The places to put symbols at: one in each cell, of a third of a symbol's size.
    package static func symbols(_ places: [Place], radius: Double) -> [Place] {
        guard places.count > longest else { return places }
        let cell = max(radius * 2 / 3, 0.5)
        var kept: [Place] = [], cells: [Place] = []
        var index = HashIndex()
        for place in places {
            let own = Place(x: (place.x / cell).rounded(.down), y: (place.y / cell).rounded(.down))
            let hash = Datum.number(own.x).fingerprint.combined(with: Datum.number(own.y).fingerprint)
            guard index.first(hash, where: { cells[$0] == own }) == nil else { continue }
            index.append(hash)
            cells.append(own)
            kept.append(place)
        }
        return kept
    }

    private static func isAscending(_ places: [Place]) -> Bool {
        zip(places, places.dropFirst()).allSatisfy { $0.x <= $1.x }
    }
}
