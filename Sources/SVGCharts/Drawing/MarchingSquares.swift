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
    private mutating func add(_ corners: [Double], _ x: Double, _ y: Double) {
        let places = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]
        var crossings: [Place] = []
        for side in 0..<4 {
            let (from, to) = (corners[side], corners[(side + 1) % 4])
            guard (from >= 0) != (to >= 0) else { continue }
            let share = from / (from - to), (start, end) = (places[side], places[(side + 1) % 4])
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
