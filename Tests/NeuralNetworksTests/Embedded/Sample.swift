import NeuralNetworks

/// A small network trained for a moment, as numbers: compiled natively by the tests, and to WebAssembly by
/// `.ci/embedded`, which compares the two.
func sampleNumbers() -> [Double] {
    do throws(NetworkError) {
        let model = Sequential(seed: 11) {
            Dense(24, activation: .relu, kernelRegularizer: .l2(1e-3))
            BatchNormalization()
            Dropout(0.25)
            Dense(12, activation: .gelu)
            Dense(3, activation: .softmax)
        }
        model.compile(
            optimizer: .adam(schedule: .cosine(initial: 0.01, decaySteps: 40)),
            loss: .categoricalCrossentropy(labelSmoothing: 0.1), metrics: [.accuracy])
        let history = try model.fit(sampleData(), epochs: 4, batchSize: 16, validationSplit: 0.2)
        let weights = try model.weights
        let sums = weights.entries.map { entry in entry.values.reduce(0.0) { $0 + Double($1) } }
        let trials = try Trials(seeds: 1...3) { (seed: Int) throws(NetworkError) in
            let model = Sequential(seed: seed) { Dense(3, activation: .softmax) }
            model.compile(optimizer: .sgd(learningRate: 0.1, momentum: 0.9), loss: .categoricalCrossentropy)
            return try model.fit(sampleData(), epochs: 2)
        }
        return trials[.loss].flatMap { [$0.mean, $0.margin] } + history[.loss] + history[.validationLoss]
            + history[.accuracy] + sums
    } catch {
        return []
    }
}

/// Three classes of 8 numbers, made by integer arithmetic.
private func sampleData() throws(NetworkError) -> Dataset {
    var state: UInt32 = 1
    var features: [Float] = [], labels: [Int] = []
    for row in 0..<200 {
        labels.append(row % 3)
        for column in 0..<8 {
            state = state &* 1_664_525 &+ 1_013_904_223
            features.append(Float(state >> 16) / 65_536 + (column % 3 == row % 3 ? 0.4 : 0))
        }
    }
    do throws(DatasetError) {
        return try Dataset(features: features, shape: [8], labels: labels, classCount: 3)
    } catch {
        throw .emptyData("the sample")
    }
}
