import NeuralNetworks

/// Three clouds of points in four dimensions, which a small network can tell apart, but not at once.
enum Blobs {
    static func data(count: Int = 90, seed: UInt64 = 1, spread: Float = 0.8) -> Dataset {
        var random = Congruential(state: seed)
        var features: [Float] = [], labels: [Int] = []
        for row in 0..<count {
            labels.append(row % 3)
            for column in 0..<4 { features.append((column == row % 3 ? 1 : 0) + spread * (random.next() - 0.5)) }
        }
        do {
            return try Dataset(features: features, shape: [4], labels: labels, classCount: 3)
        } catch {
            fatalError("\(error)")
        }
    }
}

/// Numbers in 0 ..< 1 that do not come from the library under test.
struct Congruential {
    var state: UInt64

    mutating func next() -> Float {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(state >> 40) / Float(1 << 24)
    }

    mutating func floats(_ count: Int, in range: ClosedRange<Float> = -1...1) -> [Float] {
        (0..<count).map { _ in range.lowerBound + next() * (range.upperBound - range.lowerBound) }
    }
}
