/// Draws a run of places as one line.
struct Interpolation {
    private let method: InterpolationMethod

    init(_ method: InterpolationMethod) { self.method = method }

    /// Adds the line; a continued one begins with a straight line from where the path is.
    func draw(_ places: [Place], to path: inout PathData, isContinued: Bool = false) {
        guard let first = places.first else { return }
        if isContinued { path.line(first.x, first.y) } else { path.move(first.x, first.y) }
        guard places.count > 1 else { return }
        switch method {
        case .linear: for place in places.dropFirst() { path.line(place.x, place.y) }
        case .stepEnd, .stepStart, .stepCenter: drawSteps(places, to: &path)
        case .monotone: drawCurve(places, slopes: monotoneSlopes(places), to: &path)
        case .catmullRom: drawCardinal(places, to: &path)
        }
    }
}

extension Interpolation {
    private func drawSteps(_ places: [Place], to path: inout PathData) {
        for (from, to) in zip(places, places.dropFirst()) {
            let turn = method == .stepEnd ? to.x : method == .stepStart ? from.x : (from.x + to.x) / 2
            path.line(turn, from.y)
            path.line(turn, to.y)
            if turn != to.x { path.line(to.x, to.y) }
        }
    }

    /// Cubic pieces with given slopes dy/dx at the places.
    private func drawCurve(_ places: [Place], slopes: [Double], to path: inout PathData) {
        for index in 1..<places.count {
            let from = places[index - 1], to = places[index]
            let third = (to.x - from.x) / 3
            path.curve(
                from.x + third, from.y + third * slopes[index - 1], to.x - third, to.y - third * slopes[index], to.x,
                to.y)
        }
    }

    /// Slopes that keep each piece between its ends (Fritsch and Carlson 1980, in the harmonic form of Fritsch and
    /// Butland 1984).
    private func monotoneSlopes(_ places: [Place]) -> [Double] {
        let secants = zip(places, places.dropFirst()).map { from, to in
            to.x == from.x ? 0 : (to.y - from.y) / (to.x - from.x)
        }
        let inner = zip(secants, secants.dropFirst()).map { left, right in
            left * right <= 0 ? 0 : 2 * left * right / (left + right)
        }
        return [secants[0]] + inner + [secants[secants.count - 1]]
    }

    private func drawCardinal(_ places: [Place], to path: inout PathData) {
        for index in 1..<places.count {
            let before = places[max(index - 2, 0)], from = places[index - 1]
            let to = places[index], after = places[min(index + 1, places.count - 1)]
            path.curve(
                from.x + (to.x - before.x) / 6, from.y + (to.y - before.y) / 6, to.x - (after.x - from.x) / 6,
                to.y - (after.y - from.y) / 6, to.x, to.y)
        }
    }
}
