/// Leaves out the places of a dense line that lie where the line would be without them (Ramer 1972; Douglas and
/// Peucker 1973): the graph of a smooth function keeps one place in five or so.
package enum Simplification {
    /// How far from the line a place may lie to be left out, in the chart's units: less than an eye can see.
    private static let tolerance = 0.06
    /// A run so short keeps all its places: they are somebody's measurements.
    private static let longest = 128

    /// The places to draw a straight-edged line through.
    package static func line(_ places: [Place]) -> [Place] {
        places.count > longest ? contour(places) : places
    }

    /// The places to draw a line through that nobody has measured, however short it is. Its ends, which may be one,
    /// stay.
    package static func contour(_ places: [Place]) -> [Place] {
        guard places.count > 2 else { return places }
        var isKept = Array(repeating: false, count: places.count)
        (isKept[0], isKept[places.count - 1]) = (true, true)
        var pieces = [(first: 0, last: places.count - 1)]
        while let piece = pieces.popLast() {
            guard let middle = farthest(in: places, piece.first, piece.last) else { continue }
            isKept[middle] = true
            pieces.append((piece.first, middle))
            pieces.append((middle, piece.last))
        }
        return zip(places, isKept).compactMap { $1 ? $0 : nil }
    }

    /// The place between two others that lies farthest from the straight line between them; nil where all lie on it.
    private static func farthest(in places: [Place], _ first: Int, _ last: Int) -> Int? {
        guard last - first > 1 else { return nil }
        var found: Int?
        var most = tolerance * tolerance
        for index in (first + 1)..<last {
            let distance = squaredDistance(of: places[index], from: places[first], to: places[last])
            if distance > most { (found, most) = (index, distance) }
        }
        return found
    }

    /// The square of a place's distance from the stretch between two others.
    private static func squaredDistance(of place: Place, from start: Place, to end: Place) -> Double {
        let (along, up) = (end.x - start.x, end.y - start.y)
        let square = along * along + up * up
        let share = square > 0 ? ((place.x - start.x) * along + (place.y - start.y) * up) / square : 0
        let nearest = min(max(share, 0), 1)
        let (x, y) = (place.x - start.x - nearest * along, place.y - start.y - nearest * up)
        return x * x + y * y
    }
}
