import NeuralNetworks
import Testing

/// What a model tells about itself, and layers of one's own.
@Suite struct ModelTests {
    @Test func `the summary counts what Keras counts`() throws {
        let model = Sequential {
            Flatten()
            Dense(128, activation: .relu)
            BatchNormalization()
            Dense(10, activation: .softmax)
        }
        #expect(model.summary().contains("not built"))
        try model.build(inputShape: [28, 28])
        #expect(
            model.summary() == """
                Layer                Output shape  Parameters
                ─────────────────────────────────────────────
                flatten              [batch, 784]           0
                dense                [batch, 128]     100,480
                batch_normalization  [batch, 128]         512
                dense_1              [batch, 10]        1,290
                ─────────────────────────────────────────────
                102,282 parameters, 102,026 of them trainable

                """)
    }

    @Test func `weights begin Glorot uniform, biases 0`() throws {
        let model = Sequential(seed: 3) { Dense(128) }
        try model.build(inputShape: [784])
        let kernel = try model.weights["dense/kernel"]!.map { Double($0) }, limit = (6.0 / 912).squareRoot()
        #expect(kernel.allSatisfy { $0.magnitude <= limit })
        #expect(kernel.max()! > 0.999 * limit && kernel.min()! < -0.999 * limit)
        let n = Double(kernel.count), mean = kernel.reduce(0, +) / n
        let variance = kernel.reduce(0) { $0 + $1 * $1 } / n
        #expect(mean.magnitude < 5 * limit / (3 * n).squareRoot())
        #expect((variance / (limit * limit / 3) - 1).magnitude < 0.02)
        #expect(try model.weights["dense/bias"] == Array(repeating: 0, count: 128))
    }

    @Test func `a layer of one's own learns`() throws {
        let model = Sequential {
            Scale(); Dense(3, activation: .softmax)
        }
        model.compile(optimizer: .adam(learningRate: 0.05), loss: .categoricalCrossentropy, metrics: [.accuracy])
        let history = try model.fit(Blobs.data(), epochs: 30)
        #expect(history.last(.accuracy)! > 0.95)
        #expect(try model.weights["scale/gain"]!.contains { $0 != 1 })
        let check = try Check(Scale()) { x, parameters in
            x.map { row in row.indices.map { row[$0] * parameters["gain"]![$0] } }
        }
        #expect(try check.worst() <= 1)
    }

    @Test func `proximal L1 gives weights that are exactly 0, its subgradient does not`() throws {
        func sparsity(_ penalty: Regularizer) throws -> Double {
            let model = Sequential(seed: 1) { Dense(3, activation: .softmax, kernelRegularizer: penalty) }
            model.compile(optimizer: .sgd(learningRate: 0.1), loss: .categoricalCrossentropy, metrics: [.sparsity])
            return try model.fit(Blobs.data(), epochs: 40).last(.sparsity)!
        }
        #expect(try sparsity(.proximalL1(0.1)) > 0.2)
        #expect(try sparsity(.l1(0.1)) == 0)
    }

    @Test func `maxNorm is idempotent and holds after every step`() throws {
        let model = Sequential {
            Dense(8, activation: .relu, kernelConstraint: .maxNorm(0.5)); Dense(3, activation: .softmax)
        }
        model.compile(optimizer: .adam(learningRate: 0.1), loss: .categoricalCrossentropy)
        var worst = 0.0
        try model.fit(
            Blobs.data(), epochs: 3,
            callbacks: [
                LambdaCallback(onBatchEnd: { training throws(NetworkError) in
                    let kernel = try training.model.weights["dense/kernel"]!
                    for unit in 0..<8 {
                        let norm = (0..<4).reduce(0.0) {
                            $0 + Double(kernel[$1 * 8 + unit]) * Double(kernel[$1 * 8 + unit])
                        }
                        worst = max(worst, norm.squareRoot())
                    }
                })
            ])
        #expect(worst > 0.49 && worst <= 0.5 + 1e-6)
    }

    @Test func `activation statistics are those of the activations`() throws {
        let model = Sequential(seed: 2) {
            Dense(7, activation: .relu); Dropout(0.5); Dense(3, activation: .softmax)
        }
        model.compile(optimizer: .adam(), loss: .categoricalCrossentropy)
        let data = Blobs.data(count: 200)
        try model.fit(data, epochs: 1)
        let statistics = try model.activationStatistics(data)
        #expect(statistics.map { $0.layer } == ["dense", "dropout", "dense_1"])
        let outputs = try model.activations(of: "dense", data).flatMap { $0 }
        #expect(statistics[0].sparsity == Double(outputs.filter { $0 == 0 }.count) / 1400)
        #expect((statistics[0].mean - outputs.reduce(0) { $0 + Double($1) } / 1400).magnitude < 1e-12)
        #expect(statistics[0].mean == statistics[1].mean)
        #expect((statistics[2].unitMeans.reduce(0, +) - 1).magnitude < 1e-6)
        #expect(try model.activations(of: "dense_1", data) == model.predict(data))
    }

    @Test func `one sigmoid output takes two classes, several take values`() throws {
        let data = try Dataset(
            features: (0..<40).map { Float($0) / 20 - 1 }, shape: [1], labels: (0..<40).map { $0 / 20 }, classCount: 2)
        let model = Sequential(seed: 1) { Dense(1, activation: .sigmoid) }
        model.compile(optimizer: .adam(learningRate: 0.2), loss: .binaryCrossentropy, metrics: [.accuracy])
        let history = try model.fit(data, epochs: 60)
        #expect(history.last(.accuracy)! >= 0.95)
        #expect(try model.predict([1.0])[0][0] > 0.5 && model.predict([-1.0])[0][0] < 0.5)
    }

    @Test func `the loss without penalties is reported beside the one with them`() throws {
        let model = Sequential { Dense(3, activation: .softmax, kernelRegularizer: .l2(0.1)) }
        model.compile(optimizer: .sgd(), loss: .categoricalCrossentropy)
        let data = Blobs.data()
        try model.fit(data)
        let evaluation = try model.evaluate(data)
        let penalty = try 0.1 * model.weights["dense/kernel"]!.reduce(0.0) { $0 + Double($1) * Double($1) }
        #expect((evaluation[.loss] - evaluation[.bareLoss] - penalty).magnitude < 1e-6)
        #expect(evaluation[.accuracy].isNaN)
    }
}

/// The layer of `Layer`'s documentation.
private final class Scale: Layer {
    private var gain = Parameter.none

    override var kind: String { "scale" }

    override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        gain = try make.parameter("gain", [input[0]], initializer: .ones)
        return input
    }

    override func forward(_ x: Matrix, _ y: Matrix, _ pass: Pass) {
        for r in 0..<x.rows { for c in 0..<x.columns { y[r, c] = x[r, c] * gain.value[0, c] } }
    }

    override func backward(_ x: Matrix, _ y: Matrix, _ dy: Matrix, _ dx: Matrix?, _ pass: Pass) {
        for c in 0..<x.columns {
            var sum: Float = 0
            for r in 0..<x.rows {
                sum += dy[r, c] * x[r, c]
                dx?[r, c] = dy[r, c] * gain.value[0, c]
            }
            gain.gradient[0, c] = sum
        }
    }
}
