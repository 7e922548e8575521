extension Chart {
    /// The weights that lead to some units of a dense layer, each unit's as an image of the shape that the layer's input
    /// had before it was flattened: one colour for positive weights, one for negative ones, the deeper the larger.
    ///
    ///     Chart(try model.weights, layer: "dense", shape: [28, 28], units: 0..<8)
    ///
    /// Ends the program where there is no such layer, it has no such units, or its inputs do not make such an image.
    public init(_ weights: Weights, layer: String, shape: [Int], units: Range<Int>) {
        let tiles = WeightImages(weights, layer: layer, shape: shape, units: units)
        self = Chart {
            RasterMark(
                xStart: .value("Column", 0), xEnd: .value("Column", tiles.columns), yStart: .value("Row", 0),
                yEnd: .value("Row", tiles.rows), columns: tiles.columns, values: tiles.values, label: "Weight")
        }
        .chartXScale(domain: 0...tiles.columns)
        .chartYScale(domain: 0...tiles.rows)
        .chartXAxis(.hidden)
        .chartYAxis(.hidden)
        .aspectRatio(Double(tiles.columns) / Double(tiles.rows))
    }
}

/// Images side by side, with a gap of one cell between them.
private struct WeightImages {
    let columns: Int
    let rows: Int
    private(set) var values: [Double]

    init(_ weights: Weights, layer: String, shape: [Int], units: Range<Int>) {
        guard let kernel = weights.entries.first(where: { $0.name == "\(layer)/kernel" && $0.shape.count == 2 }) else {
            let kernels = weights.entries.filter { $0.name.hasSuffix("/kernel") }.map { $0.name.dropLast(7) }
            fatalError("there is no dense layer '\(layer)'; those there are: \(kernels.joined(separator: ", "))")
        }
        guard shape.count == 2, shape[0] > 0, shape[1] > 0, shape[0] * shape[1] == kernel.shape[0] else {
            fatalError("the \(kernel.shape[0]) inputs of '\(layer)' do not make an image of shape \(shape)")
        }
        guard !units.isEmpty, units.lowerBound >= 0, units.upperBound <= kernel.shape[1] else {
            fatalError("'\(layer)' has the units 0..<\(kernel.shape[1]), not \(units)")
        }
        let (height, width) = (shape[0], shape[1])
        let across = min(units.count, 4 * (1 + (units.count - 1) / 16)), down = (units.count + across - 1) / across
        columns = across * (width + 1) - 1
        rows = down * (height + 1) - 1
        values = Array(repeating: .nan, count: columns * rows)
        for (place, unit) in units.enumerated() {
            let corner = place / across * (height + 1) * columns + place % across * (width + 1)
            for pixel in 0..<(width * height) {
                values[corner + pixel / width * columns + pixel % width] = Double(
                    kernel.values[pixel * kernel.shape[1] + unit])
            }
        }
    }
}
