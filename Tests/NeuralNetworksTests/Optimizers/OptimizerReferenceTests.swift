import NeuralNetworks
import Testing

/// Ten steps of every optimizer against Keras, and schedules.
@Suite struct OptimizerReferenceTests {
    @Test(arguments: Reference.cases("optimizers").filter { $0.numbers["centered"] != 1 })
    func `ten steps agree with Keras`(_ reference: Reference.Case) throws {
        let graph = try Graph([Two()], inputShape: [1], seed: 0, kernels: .fastest)
        let kernel = graph.parameters[0], bias = graph.parameters[1]
        kernel.value.assign(reference.inputs["kernel"]!.floats)
        bias.value.assign(reference.inputs["bias"]!.floats)
        let optimizer = reference.optimizer
        let excluded = reference.options["excluding"]
        let decays = graph.trainable.map { $0.name != "/\(excluded ?? "")" && optimizer.weightDecay != nil }
        for step in 0..<10 {
            kernel.gradient.assign(Array(reference.inputs["kernelGradients"]!.floats[step * 6..<step * 6 + 6]))
            bias.gradient.assign(Array(reference.inputs["biasGradients"]!.floats[step * 2..<step * 2 + 2]))
            _ = graph.update(
                optimizer, decays: decays, iteration: step, rate: optimizer.learningRate.rate(at: step),
                kernels: .fastest)
            let wanted = reference.expected["kernel"]!.values[step * 6..<step * 6 + 6]
            expectClose(kernel.value.values, Array(wanted), 1e-5, "kernel after \(step + 1)")
            expectClose(
                bias.value.values, Array(reference.expected["bias"]!.values[step * 2..<step * 2 + 2]), 1e-5,
                "bias after \(step + 1)")
        }
    }

    @Test(arguments: Reference.cases("schedules", of: "piecewiseConstant", "exponential", "cosine"))
    func `schedules agree with Keras`(_ reference: Reference.Case) {
        let schedule = reference.schedule
        let rates = reference.inputs["steps"]!.values.map { schedule.rate(at: Int($0)) }
        expectClose(rates, reference.expected["learningRates"]!.values, 1e-6)
    }

    @Test func `no decay makes AdamW Adam, to the bit`() throws {
        func trained(_ optimizer: Optimizer) throws -> Weights {
            let model = Sequential(seed: 3) {
                Dense(5, activation: .relu); Dense(3, activation: .softmax)
            }
            model.compile(optimizer: optimizer, loss: .categoricalCrossentropy)
            try model.fit(Blobs.data(), epochs: 2)
            return try model.weights
        }
        #expect(try trained(.adam()) == trained(.adamW(weightDecay: 0)))
        #expect(try trained(.adam()) != trained(.adamW(weightDecay: 0.01)))
    }

    @Test func `excluded parameters do not decay`() throws {
        let model = Sequential(seed: 3) { Dense(3, activation: .softmax, biasInitializer: .ones) }
        // A vanishing learning rate would move nothing; a decay against it would.
        model.compile(
            optimizer: .adamW(learningRate: 1e-9, weightDecay: 1e7, excluding: ["bias"]),
            loss: .categoricalCrossentropy)
        try model.build(inputShape: [4])
        let before = try model.weights
        try model.fit(Blobs.data(), epochs: 1)
        let after = try model.weights
        #expect(after["dense/bias"] == before["dense/bias"])
        #expect(zip(after["dense/kernel"]!, before["dense/kernel"]!).allSatisfy { $0.magnitude < $1.magnitude })
    }
}

private extension Reference.Case {
    var schedule: LearningRate {
        let initial = numbers["initialLearningRate"] ?? 0, steps = Int(numbers["decaySteps"] ?? 1)
        switch kind {
        case "piecewiseConstant":
            return .piecewise(
                boundaries: inputs["boundaries"]!.values.map { Int($0) }, values: inputs["values"]!.values)
        case "cosine":
            guard let target = numbers["warmupTarget"], let warm = numbers["warmupSteps"] else {
                return .cosine(initial: initial, decaySteps: steps, alpha: numbers["alpha"] ?? 0)
            }
            return .warmUp(
                from: initial, to: target, steps: Int(warm),
                then: .cosine(initial: target, decaySteps: steps, alpha: numbers["alpha"] ?? 0))
        default:
            return .exponential(
                initial: initial, decaySteps: steps, decayRate: numbers["decayRate"]!,
                staircase: numbers["staircase"] == 1)
        }
    }

    var optimizer: Optimizer {
        let schedule: LearningRate = options["schedule"] != nil ? schedule : .constant(numbers["learningRate"]!)
        let decay = numbers["weightDecay"].map { WeightDecay($0) }
        let clipping: Clipping? =
            if let bound = numbers["clipNorm"] { .norm(bound) } else if let bound = numbers["globalClipNorm"] {
                .globalNorm(bound)
            } else { numbers["clipValue"].map { .value($0) } }
        switch kind {
        case "SGD":
            return .sgd(
                schedule: schedule, momentum: numbers["momentum"] ?? 0, nesterov: numbers["nesterov"] == 1,
                weightDecay: decay, clipping: clipping)
        case "RMSprop":
            return .rmsprop(
                schedule: schedule, rho: numbers["rho"]!, momentum: numbers["momentum"] ?? 0,
                epsilon: numbers["epsilon"]!, weightDecay: decay, clipping: clipping)
        default:
            return .adam(
                schedule: schedule, beta1: numbers["beta1"]!, beta2: numbers["beta2"]!,
                epsilon: numbers["epsilon"]!, weightDecay: decay, clipping: clipping)
        }
    }
}

/// A kernel and a bias, and nothing done with them.
private final class Two: Layer {
    override func build(_ input: [Int], _ make: Construction) throws(NetworkError) -> [Int] {
        _ = try make.parameter("kernel", [3, 2])
        _ = try make.parameter("bias", [2])
        return input
    }
}
