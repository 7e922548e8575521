import NeuralNetworks
import Testing

/// Layers against Keras, forward and backward.
@Suite struct LayerReferenceTests {
    @Test(arguments: Reference.cases("layers", of: "Dense"))
    func `Dense agrees with Keras in output and all gradients`(_ reference: Reference.Case) throws {
        let x = reference.inputs["x"]!, kernel = reference.inputs["kernel"]!
        let dense = Dense(
            kernel.shape[1], activation: reference.activation, useBias: reference.numbers["useBias"] == 1)
        let bench = try Bench(dense, input: [x.shape[1]], rows: x.shape[0])
        bench.set("kernel", kernel.floats)
        if let bias = reference.inputs["bias"] { bench.set("bias", bias.floats) }
        expectClose(bench.forward(x.floats), reference.expected["y"]!.values, 1e-6, "y")
        expectClose(bench.backward(reference.inputs["dy"]!.floats), reference.expected["dx"]!.values, 1e-6, "dx")
        expectClose(bench.gradient("kernel"), reference.expected["dKernel"]!.values, 1e-6, "dKernel")
        if let dBias = reference.expected["dBias"] { expectClose(bench.gradient("bias"), dBias.values, 1e-6, "dBias") }
    }

    @Test(arguments: Reference.cases("activations").filter { $0.numbers["approximate"] != 1 })
    func `activations agree with Keras`(_ reference: Reference.Case) throws {
        let x = reference.inputs["x"]!
        let bench = try Bench(Activation(reference.activation), input: [x.shape[1]], rows: x.shape[0])
        expectClose(bench.forward(x.floats), reference.expected["y"]!.values, 1e-6, "y")
        expectClose(bench.backward(reference.inputs["dy"]!.floats), reference.expected["dx"]!.values, 1e-6, "dx")
    }

    @Test(arguments: Reference.cases("normalization", of: "LayerNormalization"))
    func `LayerNormalization agrees with Keras`(_ reference: Reference.Case) throws {
        let x = reference.inputs["x"]!
        let layer = LayerNormalization(epsilon: reference.numbers["epsilon"]!)
        let bench = try Bench(layer, input: [x.shape[1]], rows: x.shape[0])
        bench.set("gamma", reference.inputs["gamma"]!.floats)
        bench.set("beta", reference.inputs["beta"]!.floats)
        expectClose(bench.forward(x.floats), reference.expected["y"]!.values, 1e-6, "y")
        expectClose(bench.backward(reference.inputs["dy"]!.floats), reference.expected["dx"]!.values, 2e-6, "dx")
        expectClose(bench.gradient("gamma"), reference.expected["dGamma"]!.values, 1e-6, "dGamma")
        expectClose(bench.gradient("beta"), reference.expected["dBeta"]!.values, 1e-6, "dBeta")
    }

    @Test(
        arguments: Reference.cases("normalization", of: "BatchNormalization").filter {
            $0.numbers["center"] != 0 && $0.numbers["scale"] != 0
        })
    func `BatchNormalization agrees with Keras, running statistics included`(_ reference: Reference.Case) throws {
        let x = reference.inputs["x"]!
        let (steps, rows, features) = (x.shape[0], x.shape[1], x.shape[2])
        let layer = BatchNormalization(
            momentum: reference.numbers["momentum"]!, epsilon: reference.numbers["epsilon"]!)
        let bench = try Bench(layer, input: [features], rows: rows)
        bench.set("gamma", reference.inputs["gamma"]!.floats)
        bench.set("beta", reference.inputs["beta"]!.floats)
        let batch = rows * features
        for step in 0..<steps {
            let y = bench.forward(Array(x.floats[step * batch..<(step + 1) * batch]))
            expectClose(y, Array(reference.expected["y"]!.values[step * batch..<(step + 1) * batch]), 2e-6, "y")
            for (ours, theirs) in [("moving_mean", "movingMean"), ("moving_variance", "movingVariance")] {
                let wanted = reference.expected[theirs]!.values[step * features..<(step + 1) * features]
                expectClose(bench.value(ours), Array(wanted), 1e-6, theirs)
            }
        }
        let last = Array(x.floats.suffix(batch))
        if let dy = reference.inputs["dyLast"] {
            expectClose(bench.backward(dy.floats), reference.expected["dxLast"]!.values, 4e-6, "dx")
            expectClose(bench.gradient("gamma"), reference.expected["dGammaLast"]!.values, 2e-6, "dGamma")
            expectClose(bench.gradient("beta"), reference.expected["dBetaLast"]!.values, 1e-6, "dBeta")
        }
        if let inferred = reference.expected["inferred"] {
            expectClose(bench.forward(last, .inference), inferred.values, 1e-6, "inferred")
        }
    }

    @Test(arguments: Reference.cases("layers", of: "Dropout"))
    func `Dropout is the identity in inference and scales what it keeps as Keras does`(_ reference: Reference.Case)
        throws
    {
        let x = reference.inputs["x"]!
        let bench = try Bench(Dropout(reference.numbers["rate"]!), input: [x.shape[1]], rows: x.shape[0])
        #expect(bench.forward(x.floats, .inference) == reference.expected["inference"]!.floats)
        let scale = reference.expected["keptScale"]!.values[0]
        for (y, x) in zip(bench.forward(x.floats), x.floats) where y != 0 && x != 0 {
            #expect((Double(y / x) - scale).magnitude < 1e-6 * scale)
        }
    }
}

extension Reference.Case {
    /// The activation that `options` names.
    var activation: ActivationFunction {
        switch options["activation"] {
        case "relu": .relu
        case "leakyRelu": .leakyRelu(negativeSlope: numbers["negativeSlope"] ?? 0.2)
        case "elu": .elu(alpha: numbers["alpha"] ?? 1)
        case "gelu": .gelu
        case "sigmoid": .sigmoid
        case "tanh": .tanh
        case "softmax": .softmax
        default: .linear
        }
    }
}
