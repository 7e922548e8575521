import NeuralNetworks
import Synchronization
import Testing

/// The same seed gives the same bits: between runs, in any number of threads, for any batch size of inference.
@Suite struct ReproducibilityTests {
    private static func history(seed: Int) throws -> History {
        let model = Sequential(seed: seed) {
            Dense(24, activation: .relu)
            Dropout(0.5)
            Dense(3, activation: .softmax)
        }
        model.compile(optimizer: .adam(), loss: .categoricalCrossentropy, metrics: [.accuracy, .weightNorm])
        return try model.fit(Blobs.data(), epochs: 3, batchSize: 16, validationSplit: 0.2)
    }

    @Test func `trials give the same bits on one thread, on two and on seven`() throws {
        let one = try Trials(seeds: 1...6, threads: 1) { seed in try Self.history(seed: seed) }
        for threads in [2, 7] {
            let several = try Trials(seeds: 1...6, threads: threads) { seed in try Self.history(seed: seed) }
            #expect(several.histories == one.histories)
        }
        #expect(one.histories[0] == (try Self.history(seed: 1)))
        #expect(one.histories[0] != one.histories[1])
    }

    @Test func `trials run once a seed, all are done when they return, and their spread is right`() throws {
        let runs = Mutex<[Int]>([])
        let trials = try Trials(seeds: [4, 2, 9, 7], threads: 3) { seed throws(NetworkError) in
            runs.withLock { $0.append(seed) }
            var history = History()
            for epoch in 1...2 { history.record(Double(seed * epoch), for: .loss) }
            return history
        }
        #expect(runs.withLock { $0.sorted() } == [2, 4, 7, 9])
        #expect(trials[.loss].map { $0.mean } == [5.5, 11])
        // statistics.stdev([4, 2, 9, 7]) and scipy.stats.t.interval(.95, 3, 5.5, sem) in Python.
        let spread = trials[.loss][0]
        #expect((spread.standardDeviation - 3.109126351).magnitude < 1e-8)
        #expect((spread.interval.lowerBound - 0.5527).magnitude < 1e-3)
        #expect(trials.final(.loss).values == [8, 4, 18, 14])
    }

    @Test func `the first seed's error is thrown`() {
        #expect(throws: NetworkError.badEpochs(3)) {
            _ = try Trials(seeds: 1...8, threads: 4) { seed throws(NetworkError) -> History in
                if seed >= 3 { throw .badEpochs(seed) }
                return History()
            }
        }
    }

    @Test func `a sweep tries every value with every seed and finds the best`() throws {
        let sweep = try Sweep(over: [0.1, 0.5, 0.3], seeds: [1, 2]) { rate, seed throws(NetworkError) in
            var history = History()
            history.record((rate - 0.3).magnitude + Double(seed) / 1000, for: .validationLoss)
            return history
        }
        #expect(sweep.results.map { $0.value } == [0.1, 0.5, 0.3])
        #expect(sweep.trials.allSatisfy { $0.seeds == [1, 2] })
        #expect(sweep.best(.validationLoss) == 0.3)
        #expect(sweep.best(.validationLoss, mode: .max) == 0.1 || sweep.best(.validationLoss, mode: .max) == 0.5)
    }

    @Test func `inference does not depend on the batch`() throws {
        let model = Sequential(seed: 1) {
            Dense(9, activation: .tanh); BatchNormalization(); Dense(3, activation: .softmax)
        }
        model.compile(optimizer: .adam(), loss: .categoricalCrossentropy, metrics: [.accuracy])
        let data = Blobs.data()
        try model.fit(data, epochs: 2)
        let whole = try model.predict(data)
        #expect(try model.predict(data, batchSize: 7) == whole)
        #expect(try model.predict(data.subset([41]))[0] == whole[41])
        #expect(try model.evaluate(data, batchSize: 11) == model.evaluate(data, batchSize: 90))
    }

    @Test func `training goes on where it ended, and epochs differ in their order`() throws {
        func model() -> Sequential {
            let model = Sequential(seed: 6) {
                Dense(6, activation: .relu); Dropout(0.2); Dense(3, activation: .softmax)
            }
            model.compile(optimizer: .adam(), loss: .categoricalCrossentropy)
            return model
        }
        let whole = model(), parts = model()
        try whole.fit(Blobs.data(), epochs: 4)
        try parts.fit(Blobs.data(), epochs: 1)
        try parts.fit(Blobs.data(), epochs: 3)
        #expect(try whole.weights == parts.weights)
    }
}
