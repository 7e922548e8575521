import AllocationCounter
import NeuralNetworks
import Testing

/// A training step allocates nothing, in an optimised build: an unoptimised one boxes what the optimiser would not.
@Suite struct AllocationTests {
    @Test(.enabled(if: canCount))
    func `the counter counts`() {
        let before = allocations_of_this_thread()
        let array = [Int](repeating: allocations_of_this_thread(), count: 1000)
        #expect(array.count == 1000)
        #expect(allocations_of_this_thread() > before)
    }

    @Test(
        .enabled(if: canCount),
        arguments: [Optimizer.adam(), .sgd(momentum: 0.9), .adamW(clipping: .globalNorm(1))])
    func `an epoch of many steps allocates no more than an epoch of two`(_ optimizer: Optimizer) throws {
        func allocations(steps: Int) throws -> Int {
            let model = Sequential(seed: 1) {
                Dense(
                    32, activation: .relu, kernelRegularizer: .l1l2(l1: 1e-4, l2: 1e-4), kernelConstraint: .maxNorm(2))
                BatchNormalization()
                Dropout(0.5)
                GaussianNoise(0.1)
                Dense(16, activation: .gelu, activityRegularizer: .l2(1e-4))
                LayerNormalization()
                Dense(16, activation: .relu)
                Dropout(0.5)
                Dense(3, activation: .softmax)
            }
            model.compile(optimizer: optimizer, loss: .categoricalCrossentropy, metrics: [.accuracy])
            let data = Blobs.data(count: 8 * steps)
            try model.fit(data, epochs: 1, batchSize: 8)
            let before = allocations_of_this_thread()
            try model.fit(data, epochs: 1, batchSize: 8)
            return allocations_of_this_thread() - before
        }
        let few = try allocations(steps: 2), many = try allocations(steps: 200)
        #expect(many == few)
    }
}

private var canCount: Bool {
    #if DEBUG
        false
    #else
        allocations_are_counted()
    #endif
}
