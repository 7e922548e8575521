import NeuralNetworks
import Testing

/// What random layers do, as statistics and as identities.
@Suite struct NoiseTests {
    private static let rows = 64, columns = 160, count = 64 * 160

    @Test(arguments: [0.1, 0.25, 0.5, 0.8])
    func `dropout drops the asked share, evenly over columns and steps`(_ rate: Double) throws {
        let bench = try Bench(Dropout(rate), input: [Self.columns], rows: Self.rows)
        let ones = [Float](repeating: 1, count: Self.count)
        var dropped = 0, byColumn = [Int](repeating: 0, count: Self.columns)
        let steps = 20
        for step in 0..<steps {
            for (index, y) in bench.forward(ones, step: step).enumerated() where y == 0 {
                dropped += 1
                byColumn[index % Self.columns] += 1
            }
        }
        let n = Double(steps * Self.count), deviation = (n * rate * (1 - rate)).squareRoot()
        #expect((Double(dropped) - n * rate).magnitude < 5 * deviation)
        let each = Double(steps * Self.rows)
        let chiSquare = byColumn.reduce(0.0) {
            $0 + (Double($1) - each * rate) * (Double($1) - each * rate) / (each * rate * (1 - rate))
        }
        // Mean 160, deviation √320.
        #expect((chiSquare - 160).magnitude < 5 * 320.0.squareRoot())
    }

    @Test func `the gradient passes through the mask of the forward pass`() throws {
        let bench = try Bench(Dropout(0.4), input: [Self.columns], rows: Self.rows)
        let ones = [Float](repeating: 1, count: Self.count)
        let y = bench.forward(ones, step: 3)
        #expect(bench.backward(ones, step: 3) == y)
        #expect(bench.backward(ones, step: 4) != y)
    }

    @Test func `dropout done in a Dense layer's pass has the bits of dropout done after it`() throws {
        func trained(joined: Bool) throws -> Weights {
            // A view between the two keeps them apart.
            let model = Sequential(seed: 4) {
                Dense(33, activation: .relu)
                if joined { Dropout(0.5) } else { Apart() }
                Dense(3, activation: .softmax)
            }
            model.compile(optimizer: .adam(), loss: .categoricalCrossentropy)
            try model.fit(Blobs.data(), epochs: 3, batchSize: 20)
            #expect(model.graph!.isView == [false, joined, false])
            return try model.weights
        }
        let joined = try trained(joined: true), apart = try trained(joined: false)
        #expect(joined.entries.map { $0.values } == apart.entries.map { $0.values })
    }

    @Test func `Gaussian layers have the mean and deviation that Keras measures`() throws {
        for reference in Reference.cases("layers", of: "GaussianDropout", "GaussianNoise") {
            let isDropout = reference.kind == "GaussianDropout"
            let layer: Layer =
                isDropout ? GaussianDropout(reference.numbers["rate"]!) : GaussianNoise(reference.numbers["stddev"]!)
            let bench = try Bench(layer, input: [Self.columns], rows: Self.rows)
            var values: [Float] = []
            for step in 0..<20 {
                values += bench.forward(Array(repeating: isDropout ? 1 : 0, count: Self.count), step: step)
            }
            let mean = values.reduce(0.0) { $0 + Double($1) } / Double(values.count)
            let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
            let deviation = (squares / Double(values.count)).squareRoot()
            #expect((mean - (isDropout ? 1 : 0)).magnitude < 5 * deviation / Double(values.count).squareRoot())
            #expect((deviation / reference.expected["deviationOfAMillion"]!.values[0] - 1).magnitude < 0.01)
            let x = reference.inputs["x"]!.floats
            let small = try Bench(layer.fresh(), input: [6], rows: 4)
            #expect(small.forward(x, .inference) == x)
        }
    }

    @Test func `RandomShift moves whole images in training only, and moves gradients back`() throws {
        let bench = try Bench(RandomShift(1), input: [4, 4], rows: 1)
        var image = [Float](repeating: 0, count: 16)
        image[5] = 1
        #expect(bench.forward(image, .inference) == image)
        var seen: Set<Int> = []
        for step in 0..<60 {
            let y = bench.forward(image, step: step)
            let moved = try #require(y.firstIndex(of: 1))
            #expect(y.reduce(0, +) == 1)
            seen.insert(moved)
            #expect(bench.backward(y, step: step)[5] == 1)
        }
        #expect(seen == [0, 1, 2, 4, 5, 6, 8, 9, 10])
    }
}

/// Dropout that no Dense layer takes over.
private final class Apart: Layer {
    private let dropout = Dropout(0.5)

    override var kind: String { "dropout" }

    override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) { dropout.forward(x, y, pass) }

    override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        dropout.backward(x, y, dy, dx, pass)
    }
}

private extension Layer {
    /// A layer of the same settings that no graph has.
    func fresh() -> Layer {
        if let layer = self as? GaussianDropout { return GaussianDropout(layer.rate) }
        return GaussianNoise((self as? GaussianNoise)?.standardDeviation ?? 0)
    }
}
