/// The shape of a point's symbol.
public enum BasicChartSymbolShape: Hashable, Sendable, CaseIterable {
    case circle, square, triangle, diamond, plus, cross
}

extension BasicChartSymbolShape {
    /// The outline's corners around (0, 0), for a symbol whose disc would have radius 1 and the same area.
    package var corners: [(x: Double, y: Double)] {
        switch self {
        case .circle: []
        case .square: [(-0.886, -0.886), (0.886, -0.886), (0.886, 0.886), (-0.886, 0.886)]
        case .triangle: [(0, -1.555), (1.347, 0.778), (-1.347, 0.778)]
        case .diamond: [(0, -1.253), (1.253, 0), (0, 1.253), (-1.253, 0)]
        case .plus: Self.arms(turned: false)
        case .cross: Self.arms(turned: true)
        }
    }

    private static func arms(turned: Bool) -> [(x: Double, y: Double)] {
        let long = 1.3, wide = 0.42
        let upright = [
            (-wide, -long), (wide, -long), (wide, -wide), (long, -wide), (long, wide), (wide, wide),
            (wide, long), (-wide, long), (-wide, wide), (-long, wide), (-long, -wide), (-wide, -wide),
        ]
        let half = 0.5.squareRoot()
        return upright.map { corner in
            turned ? ((corner.0 - corner.1) * half, (corner.0 + corner.1) * half) : corner
        }
    }
}
