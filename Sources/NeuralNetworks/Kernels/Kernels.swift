import NeuralKernels

/// The C kernels: the only Swift that knows them.
///
/// A value of this type is one path (an instruction set); every path computes the same bits. Shapes are in comments,
/// `[rows, columns]`; matrices of one call agree in them, which callers ensure.
package struct Kernels: @unchecked Sendable {
    /// An instruction set, slowest first.
    package enum Path: Int, CaseIterable, Sendable { case portable, avx2, avx512 }

    private let table: UnsafePointer<nk_kernels>

    /// The kernels of one path, or nil where this processor cannot run it.
    package init?(_ path: Path) {
        guard let table = nk_kernels_of(nk_path(UInt32(path.rawValue))) else { return nil }
        self.table = table
    }

    private init(_ table: UnsafePointer<nk_kernels>) { self.table = table }

    /// The fastest path of this processor.
    package static let fastest: Kernels = {
        for path in Path.allCases.reversed() {
            if let kernels = Kernels(path) { return kernels }
        }
        return Kernels(nk_kernels_of(NK_PORTABLE)!)
    }()

    package var name: String { String(cString: table.pointee.name) }
}

// MARK: Products

extension Kernels {
    /// What follows a product while its result is in the cache.
    package struct Epilogue {
        var bias: Matrix?
        var activation = ActivationFunction.linear
        /// Receives the sums before the activation, where that needs them to go back.
        var sums: Matrix?
        var dropout: (rate: Float, key: Key)?
    }

    /// y = f(x w + b): `[m, n] = [m, k] × [k, n] + [n]`.
    package func product(_ x: Matrix, _ w: Matrix, into y: Matrix, _ epilogue: Epilogue? = nil) {
        guard let epilogue else { return product(x.base, x.stride, 1, w, y, k: x.columns) }
        var c = nk_epilogue()
        c.bias = epilogue.bias.map { UnsafePointer($0.base) }
        c.activation = epilogue.activation.code
        c.slope = epilogue.activation.slope
        c.pre = epilogue.sums?.base
        if let dropout = epilogue.dropout {
            c.drops = true
            c.key = dropout.key.code
            c.rate = dropout.rate
        }
        product(x.base, x.stride, 1, w, y, k: x.columns, &c)
    }

    /// y = xᵀ z: `[m, n] = [k, m]ᵀ × [k, n]`.
    package func productOfTransposed(_ x: Matrix, _ z: Matrix, into y: Matrix) {
        product(x.base, 1, x.stride, z, y, k: x.rows)
    }

    private func product(
        _ a: UnsafeMutablePointer<Float>, _ am: Int, _ ak: Int, _ b: Matrix, _ c: Matrix, k: Int,
        _ epilogue: UnsafePointer<nk_epilogue>? = nil
    ) {
        table.pointee.product(a, am, ak, b.base, b.stride, c.base, c.stride, c.rows, c.stride, k, epilogue)
    }

    /// y = xᵀ, `[c, r]` from `[r, c]`, its padding zero.
    package func transpose(_ x: Matrix, into y: Matrix) {
        table.pointee.transpose(x.base, x.stride, x.rows, x.columns, y.base, y.stride)
    }

    /// sums = the sum of each column, `[1, columns]`.
    package func columnSums(_ x: Matrix, into sums: Matrix) {
        table.pointee.column_sums(x.base, x.rows, x.stride, sums.base)
    }
}

// MARK: Activations and noise

extension Kernels {
    package func activate(_ activation: ActivationFunction, _ x: Matrix, into y: Matrix) {
        if activation.kind == .softmax {
            table.pointee.softmax(x.base, y.base, x.rows, x.columns, x.stride)
        } else {
            table.pointee.activate(activation.code, activation.slope, x.base, y.base, x.span)
        }
    }

    /// dx = dy f′(x); `dx` may be `dy`. `x` is read by GELU only.
    package func activateBack(_ activation: ActivationFunction, x: Matrix, y: Matrix, dy: Matrix, into dx: Matrix) {
        if activation.kind == .softmax {
            table.pointee.softmax_back(y.base, dy.base, dx.base, y.rows, y.columns, y.stride)
        } else {
            table.pointee.activate_back(activation.code, activation.slope, x.base, y.base, dy.base, dx.base, y.span)
        }
    }

    /// dx = dy / (1 − rate) where y > 0: dropout after ReLU, backwards.
    package func droppedReluBack(rate: Float, y: Matrix, dy: Matrix, into dx: Matrix) {
        table.pointee.dropped_relu_back(1 / (1 - rate), y.base, dy.base, dx.base, y.span)
    }

    /// What is done to every number: multiplied by a mask or by N(1, amount²), or N(0, amount²) added.
    package enum Noise { case dropout, gaussianDropout, gaussianNoise }

    package func noise(_ kind: Noise, amount: Float, key: Key, _ x: Matrix, into y: Matrix) {
        let code =
            switch kind {
            case .dropout: NK_DROPOUT
            case .gaussianDropout: NK_GAUSSIAN_DROPOUT
            case .gaussianNoise: NK_GAUSSIAN_NOISE
            }
        table.pointee.noise(code, key.code, amount, x.base, y.base, x.span)
    }

    /// λ₁Σ|y| + λ₂Σy², and `share` of its gradient added to `dy`.
    package func activity(_ regularizer: Regularizer, share: Float, _ y: Matrix, addingTo dy: Matrix?) -> Double {
        table.pointee.activity(
            Float(regularizer.l1), Float(regularizer.l2), share, y.base, dy?.base, y.rows, y.columns, y.stride)
    }
}

// MARK: Normalization

extension Kernels {
    /// Batch statistics, `[1, features]` each.
    package struct BatchStatistics {
        let mean: Matrix, inverse: Matrix, movingMean: Matrix, movingVariance: Matrix
    }

    package func batchNorm(
        _ x: Matrix, into y: Matrix, gamma: Matrix, beta: Matrix, epsilon: Float, momentum: Float,
        _ statistics: BatchStatistics
    ) {
        table.pointee.batch_norm(
            x.base, y.base, x.rows, x.stride, gamma.base, beta.base, epsilon, momentum, statistics.mean.base,
            statistics.inverse.base, statistics.movingMean.base, statistics.movingVariance.base)
    }

    package func batchNormInference(
        _ x: Matrix, into y: Matrix, gamma: Matrix, beta: Matrix, epsilon: Float, _ statistics: BatchStatistics
    ) {
        table.pointee.batch_norm_infer(
            x.base, y.base, x.rows, x.stride, gamma.base, beta.base, epsilon, statistics.movingMean.base,
            statistics.movingVariance.base)
    }

    package func batchNormBack(
        x: Matrix, dy: Matrix, into dx: Matrix?, gamma: Matrix, _ statistics: BatchStatistics, dgamma: Matrix,
        dbeta: Matrix
    ) {
        table.pointee.batch_norm_back(
            x.base, dy.base, dx?.base, x.rows, x.stride, gamma.base, statistics.mean.base, statistics.inverse.base,
            dgamma.base, dbeta.base)
    }

    package func layerNorm(_ x: Matrix, into y: Matrix, gamma: Matrix, beta: Matrix, epsilon: Float) {
        table.pointee.layer_norm(
            x.base, y.base, x.rows, x.columns, x.stride, gamma.base, beta.base, epsilon)
    }

    package func layerNormBack(
        x: Matrix, dy: Matrix, into dx: Matrix?, gamma: Matrix, epsilon: Float, dgamma: Matrix, dbeta: Matrix
    ) {
        table.pointee.layer_norm_back(
            x.base, dy.base, dx?.base, x.rows, x.columns, x.stride, gamma.base, epsilon, dgamma.base, dbeta.base)
    }
}

// MARK: Losses

extension Kernels {
    /// Softmax and cross-entropy at once: per row the loss and the label's rank, and `share` of the gradient.
    package func softmaxCrossEntropy(
        logits: Matrix, labels: UnsafePointer<Int32>, smoothing: Float, share: Float, losses: Matrix, ranks: Matrix,
        gradient: Matrix
    ) {
        table.pointee.softmax_cross_entropy(
            logits.base, logits.rows, logits.columns, logits.stride, labels, smoothing, share, losses.base, ranks.base,
            gradient.base)
    }

    /// Any other loss of predictions against target values.
    package func loss(
        _ kind: Loss.Kind, fromLogits: Bool, delta: Float, smoothing: Float, _ y: Matrix, targets: Matrix,
        share: Float, losses: Matrix, gradient: Matrix
    ) {
        let code =
            switch kind {
            case .categoricalCrossentropy, .sparseCategoricalCrossentropy: NK_CATEGORICAL
            case .binaryCrossentropy: fromLogits ? NK_BINARY_LOGITS : NK_BINARY
            case .meanSquaredError: NK_SQUARED
            case .meanAbsoluteError: NK_ABSOLUTE
            case .huber: NK_HUBER
            }
        table.pointee.loss(
            code, delta, smoothing, y.base, targets.base, y.rows, y.columns, y.stride, share, losses.base,
            gradient.base)
    }
}

// MARK: Learning

extension Kernels {
    /// One optimizer step over parameters with common settings; the result is their penalty before it.
    package func update(
        _ step: UpdateStep, weights: UnsafeMutablePointer<Float>, gradients: UnsafeMutablePointer<Float>,
        first: UnsafeMutablePointer<Float>, second: UnsafeMutablePointer<Float>, count: Int
    ) -> Double {
        var code = step.code
        return table.pointee.update(&code, weights, gradients, first, second, count)
    }

    package func gradientSquares(_ regularizer: Regularizer?, weights: Matrix, gradients: Matrix) -> Double {
        table.pointee.gradient_squares(
            Float(regularizer?.smoothL1 ?? 0), Float(regularizer?.l2 ?? 0), weights.base, gradients.base, weights.span)
    }

    package func penalty(_ regularizer: Regularizer, _ weights: Matrix) -> Double {
        table.pointee.penalty(Float(regularizer.l1), Float(regularizer.l2), weights.base, weights.span)
    }

    package func constrain(_ weights: Matrix, to constraint: Constraint, scratch: Matrix) {
        switch constraint {
        case .maxNorm(let norm):
            table.pointee.max_norm(weights.base, weights.rows, weights.stride, Float(norm), scratch.base)
        case .unitNorm: table.pointee.unit_norm(weights.base, weights.rows, weights.stride, scratch.base)
        case .nonNegative: table.pointee.non_negative(weights.base, weights.span)
        }
    }
}

// MARK: Batches and randomness

extension Kernels {
    package func gather(
        _ inputs: Dataset.Inputs, width: Int, _ indices: UnsafePointer<Int32>, into x: Matrix
    ) {
        switch inputs {
        case .bytes(let bytes):
            bytes.withUnsafeBufferPointer {
                table.pointee.gather_bytes($0.baseAddress, width, indices, x.rows, x.base, x.stride)
            }
        case .floats(let floats):
            gather(floats, width: width, indices, into: x)
        }
    }

    package func gather(_ floats: [Float], width: Int, _ indices: UnsafePointer<Int32>, into x: Matrix) {
        floats.withUnsafeBufferPointer {
            table.pointee.gather_floats($0.baseAddress, width, indices, x.rows, x.base, x.stride)
        }
    }

    package func uniform(_ key: Key, in range: ClosedRange<Float>, into x: UnsafeMutablePointer<Float>, count: Int) {
        table.pointee.uniform(key.code, range.lowerBound, range.upperBound, x, count)
    }

    package func normal(_ key: Key, into x: UnsafeMutablePointer<Float>, count: Int) {
        table.pointee.normal(key.code, x, count)
    }

    package func shuffle(_ key: Key, _ order: UnsafeMutableBufferPointer<Int32>) {
        table.pointee.shuffle(key.code, order.baseAddress, order.count)
    }

    /// Two 32-bit random numbers that depend on the key and the counter alone.
    package static func threefry(_ key: Key, _ a: UInt32, _ b: UInt32) -> (UInt32, UInt32) {
        var counter = (a, b)
        withUnsafeMutablePointer(to: &counter) {
            $0.withMemoryRebound(to: UInt32.self, capacity: 2) { nk_threefry(key.code, $0) }
        }
        return counter
    }

    /// Runs fused multiply-adds on registers for a while; how many operations that was.
    package func peakOperations(rounds: Int) -> Int {
        let result = table.pointee.peak(rounds)
        return result == 0.5 ? 0 : rounds * table.pointee.peak_operations
    }
}

// MARK: Memory, threads, files

extension Kernels {
    package static func allocate(_ count: Int) -> UnsafeMutablePointer<Float>? { nk_allocate(count) }

    package static func free(_ memory: UnsafeMutablePointer<Float>) { nk_free(memory) }

    /// How many threads can run at once.
    package static var cores: Int { nk_cores() }

    /// Calls `body` with 0 ..< count on at most `threads` threads, all of which are gone when this returns.
    package static func parallel(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(body) { body in
            let box = Box(body)
            nk_parallel(
                count, threads,
                { context, index in Unmanaged<Box>.fromOpaque(context!).takeUnretainedValue().body(index) },
                Unmanaged.passUnretained(box).toOpaque())
            withExtendedLifetime(box) {}
        }
    }

    private final class Box {
        let body: @Sendable (Int) -> Void
        init(_ body: @escaping @Sendable (Int) -> Void) { self.body = body }
    }

    package static func readFile(_ path: String) -> [UInt8]? {
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard nk_read_file(path, &bytes, &count) else { return nil }
        defer { nk_free_bytes(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    package static func writeFile(_ path: String, _ bytes: [UInt8]) -> Bool {
        nk_write_file(path, bytes, bytes.count)
    }
}

// MARK: C's words for our values

private extension Key {
    var code: nk_key { nk_key(low: low, high: high) }
}

private extension ActivationFunction {
    var code: nk_activation {
        switch kind {
        case .linear, .softmax: NK_LINEAR
        case .relu: NK_RELU
        case .leakyRelu: NK_LEAKY_RELU
        case .elu: NK_ELU
        case .gelu: NK_GELU
        case .sigmoid: NK_SIGMOID
        case .tanh: NK_TANH
        }
    }
}

private extension UpdateStep {
    var code: nk_update {
        var code = nk_update()
        switch rule {
        case .sgd: code.rule = NK_SGD
        case .rmsprop: code.rule = NK_RMSPROP
        case .adam: code.rule = NK_ADAM
        }
        code.nesterov = nesterov
        code.rate = Float(rate)
        code.momentum = Float(momentum)
        code.momentum_rest = Float(1 - momentum)
        code.decay = Float(decay)
        code.decay_rest = Float(1 - decay)
        code.epsilon = Float(epsilon)
        code.shrink = Float(shrink)
        code.l1 = Float(l1)
        code.l2 = Float(l2)
        code.threshold = Float(threshold)
        code.proximal = Float(proximal)
        code.clip = Float(clip)
        code.scale = Float(scale)
        return code
    }
}
