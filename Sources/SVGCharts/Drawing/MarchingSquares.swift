/// The line of one level through a grid of numbers, square by square, in columns and rows of the grid.
package struct MarchingSquares {
    package struct Segment: Hashable, Sendable {
        package let from: Place
        package let to: Place
    }

    package private(set) var segments: [Segment] = []

    package init(_ raster: Raster, level: Double) {
        let rows = raster.values.count / raster.columns
        for row in 0..<max(rows - 1, 0) {
            for column in 0..<(raster.columns - 1) {
                let above = row * raster.columns + column, below = above + raster.columns
                let corners = [above, above + 1, below + 1, below].map { raster.values[$0] - level }
                if corners.allSatisfy({ $0.isFinite }) { add(corners, Double(column), Double(row)) }
            }
        }
    }

    /// Joins the points where the level crosses the square's sides, which are taken clockwise from the top. A saddle
    /// has four; its middle says which of them belong together.
    ///
    /// Where a side is crossed is reckoned from its left or upper end, so that both of its squares find the same place.
    private mutating func add(_ corners: [Double], _ x: Double, _ y: Double) {
        let places = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]
        var crossings: [Place] = []
        for side in 0..<4 {
            let (first, second) = side < 2 ? (side, side + 1) : ((side + 1) % 4, side)
            let (from, to) = (corners[first], corners[second])
            guard (from >= 0) != (to >= 0) else { continue }
            let share = from / (from - to), (start, end) = (places[first], places[second])
            crossings.append(
                Place(x: x + start.0 + share * (end.0 - start.0), y: y + start.1 + share * (end.1 - start.1)))
        }
        guard crossings.count == 4 else {
            if crossings.count == 2 { segments.append(Segment(from: crossings[0], to: crossings[1])) }
            return
        }
        let isTurned = (corners.reduce(0, +) >= 0) == (corners[0] >= 0)
        let pairs = isTurned ? [(0, 1), (2, 3)] : [(3, 0), (1, 2)]
        for (from, to) in pairs { segments.append(Segment(from: crossings[from], to: crossings[to])) }
    }
}

extension MarchingSquares {
    /// The segments joined where they meet: each line from end to end, a closed one from a place back to it.
    package var lines: [[Place]] {
        var meetings: [Place: [Int]] = [:]
        for (index, segment) in segments.enumerated() {
            meetings[segment.from, default: []].append(index)
            meetings[segment.to, default: []].append(index)
        }
        var isJoined = segments.map { $0.from == $0.to }
        func continuation(from start: Place) -> [Place] {
            var places = [start]
            while let end = places.last, let next = meetings[end]?.first(where: { !isJoined[$0] }) {
                isJoined[next] = true
                places.append(segments[next].from == end ? segments[next].to : segments[next].from)
            }
            return places
        }
        var lines: [[Place]] = []
        for (index, segment) in segments.enumerated() where !isJoined[index] {
            isJoined[index] = true
            let onward = continuation(from: segment.to), before = continuation(from: segment.from)
            lines.append(before.reversed() + onward)
        }
        return lines
    }
}
