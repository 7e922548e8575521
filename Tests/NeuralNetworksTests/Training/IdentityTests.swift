import NeuralNetworks
import Testing

/// Identities of the theory of regularization, held by the library's own layers and optimizers.
@Suite struct IdentityTests {
    /// E‖y − X̃w‖² = ‖y − Xw‖² + p / (1 − p) Σⱼ wⱼ² Σᵢ xᵢⱼ², for inputs dropped at rate p and scaled by 1 / (1 − p):
    /// Srivastava et al. 2014, §9.1, in the inverted form.
    @Test func `dropout on a linear model's inputs is ridge in expectation`() throws {
        let rows = 20, columns = 8, rate = 0.4
        var random = Congruential(state: 5)
        let x = random.floats(rows * columns), y = random.floats(rows), w = random.floats(columns)
        func loss(_ inputs: [Float]) -> Double {
            (0..<rows).reduce(0.0) { sum, row in
                let fitted = (0..<columns).reduce(0.0) { $0 + Double(inputs[row * columns + $1]) * Double(w[$1]) }
                return sum + (Double(y[row]) - fitted) * (Double(y[row]) - fitted)
            }
        }
        let penalty = (0..<columns).reduce(0.0) { sum, column in
            let squares = (0..<rows).reduce(0.0) {
                $0 + Double(x[$1 * columns + column]) * Double(x[$1 * columns + column])
            }
            return sum + Double(w[column]) * Double(w[column]) * squares
        }
        let wanted = loss(x) + rate / (1 - rate) * penalty
        let bench = try Bench(Dropout(rate), input: [columns], rows: rows)
        let losses = (0..<8000).map { loss(bench.forward(x, step: $0)) }
        let spread = Spread(losses)
        #expect((spread.mean - wanted).magnitude < 5 * spread.standardDeviation / 8000.0.squareRoot())
        // The penalty is far more than that error, so that the test would see it missing.
        #expect(rate / (1 - rate) * penalty > 50 * spread.standardDeviation / 8000.0.squareRoot())
    }

    /// On a quadratic, τ steps of size ε from 0 shrink each eigendirection by 1 − (1 − ελ)^τ: ridge with
    /// α = λ (1 − ελ)^τ / (1 − (1 − ελ)^τ) in that direction (Goodfellow et al. 2016, eq. 7.43–45).
    @Test(arguments: [(0.01, 0.195), (0.7, 0.019)])
    func `early stopping on a quadratic is ridge, direction by direction`(_ curvature: Double, _ ridge: Double) throws {
        let rate = 0.1, steps = 50
        // One example: the mean squared error of w x against x has the curvature 2 x².
        let x = Float((curvature / 2).squareRoot())
        let data = try Dataset(features: [x], shape: [1], targets: [x])
        let model = Sequential { Dense(1, useBias: false, kernelInitializer: .zeros) }
        model.compile(optimizer: .sgd(learningRate: rate), loss: .meanSquaredError)
        try model.fit(data, epochs: steps)
        let w = Double(try model.weights["dense/kernel"]![0])
        let left = (1...steps).reduce(1.0) { product, _ in product * (1 - rate * curvature) }
        #expect((w - (1 - left)).magnitude < 1e-5)
        // Ridge with that α gives the same weight: λ / (λ + α).
        let alpha = curvature * (1 - w) / w
        #expect((alpha - ridge).magnitude < 0.0006)
        #expect((curvature / (curvature + alpha) - w).magnitude < 1e-12)
    }

    @Test func `decay equals L2 under plain SGD, and not under Adam`() throws {
        // w −= η λ w is the gradient of λ/2 w², Keras's L2 of λ/2; but decay comes before the step, so to first order in η.
        func distance(_ decayed: Optimizer, _ plain: Optimizer) throws -> Double {
            let decay = try Self.trained(decayed, penalty: nil), penalised = try Self.trained(plain, penalty: .l2(0.05))
            return zip(decay, penalised).reduce(0) { max($0, Double(($1.0 - $1.1).magnitude)) }
        }
        let plain = try Self.trained(.sgd(learningRate: 0.01), penalty: nil)
        let decayed = try Self.trained(.sgd(learningRate: 0.01, weightDecay: 0.1), penalty: nil)
        let effect = zip(plain, decayed).reduce(0) { max($0, Double(($1.0 - $1.1).magnitude)) }
        #expect(try distance(.sgd(learningRate: 0.01, weightDecay: 0.1), .sgd(learningRate: 0.01)) < 1e-5)
        #expect(effect > 1e-3)
        #expect(try distance(.adam(learningRate: 0.01, weightDecay: 0.1), .adam(learningRate: 0.01)) > 1e-3)
    }

    @Test func `an L2 penalty does not change what a batch-normalised layer computes`() throws {
        let model = Sequential(seed: 1) {
            Dense(6); BatchNormalization(epsilon: 1e-9); Dense(3, activation: .softmax)
        }
        model.compile(optimizer: .sgd(), loss: .categoricalCrossentropy)
        try model.build(inputShape: [4])
        let data = Blobs.data()
        func loss(scaling factor: Float) throws -> Double {
            let weights = try model.weights
            let scaled = weights.entries.map { entry in
                entry.name.hasPrefix("dense/")
                    ? Weights.Entry(name: entry.name, shape: entry.shape, values: entry.values.map { $0 * factor })
                    : entry
            }
            try model.setWeights(Weights(scaled))
            // Training mode normalises by the batch: one step's reported loss comes before the step.
            let loss = try model.fit(data, epochs: 1, batchSize: 90, shuffle: false)[.loss][0]
            try model.setWeights(weights)
            return loss
        }
        #expect((try loss(scaling: 0.1) - loss(scaling: 10)).magnitude < 1e-5)
    }

    private static func trained(_ optimizer: Optimizer, penalty: Regularizer?) throws -> [Float] {
        let model = Sequential(seed: 2) { Dense(3, activation: .softmax, useBias: false, kernelRegularizer: penalty) }
        model.compile(optimizer: optimizer, loss: .categoricalCrossentropy)
        try model.fit(Blobs.data(), epochs: 20)
        return try model.weights["dense/kernel"]!
    }
}
