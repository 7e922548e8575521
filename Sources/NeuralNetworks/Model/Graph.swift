/// A built network: its layers with their shapes known, and all of its numbers in one block of memory.
///
/// The block holds, one after another, weights, states, gradients and the optimizer's two moments. Weights and gradients
/// lie in the same order, so that an optimizer step walks four streams.
package final class Graph {
    package let inputShape: [Int]
    package let layers: [Layer]
    /// Weights, then states, each in the layers' order.
    package let parameters: [Parameter]
    package let trainable: [Parameter]
    /// Whether a layer's output is that of the layer before.
    package let isView: [Bool]
    private let scratches: [Scratch]
    private let memory: Memory
    private let first: [Matrix]
    private let second: [Matrix]
    private let norms: Matrix
    /// The first layer that learns: below it no gradient is needed.
    private let lowest: Int
    package private(set) var batch: Batch

    /// Builds layers for examples of a shape, their first values drawn from the seed.
    package init(_ layers: [Layer], inputShape: [Int], seed: Int, kernels: Kernels) throws(NetworkError) {
        self.layers = layers
        self.inputShape = inputShape
        var shape = inputShape
        var parameters: [Parameter] = [], scratches: [Scratch] = [], lowest = layers.count
        for (index, layer) in layers.enumerated() {
            layer.index = index
            let construction = Construction(layer: layer.name)
            shape = try layer.build(shape, construction)
            layer.outputShape = shape
            parameters += construction.parameters
            scratches += construction.scratches
            if lowest == layers.count, construction.parameters.contains(where: { $0.isTrainable }) { lowest = index }
        }
        self.lowest = lowest
        self.scratches = scratches
        let trainable = parameters.filter { $0.isTrainable }, states = parameters.filter { !$0.isTrainable }
        self.trainable = trainable
        self.parameters = trainable + states

        let weights = trainable.reduce(0) { $0 + $1.span }, held = states.reduce(0) { $0 + $1.span }
        let widest = trainable.reduce(1) { max($0, $1.columns) }
        let memory = try Memory(count: 4 * weights + 2 * held + padded(widest))
        self.memory = memory
        let values = self.parameters.map { memory.take(rows: $0.rows, columns: $0.columns) }
        let gradients = self.parameters.map { memory.take(rows: $0.rows, columns: $0.columns) }
        first = trainable.map { memory.take(rows: $0.rows, columns: $0.columns) }
        second = trainable.map { memory.take(rows: $0.rows, columns: $0.columns) }
        norms = memory.take(rows: 1, columns: widest)
        for (index, parameter) in self.parameters.enumerated() {
            parameter.storage = (values[index], gradients[index])
        }
        isView = Self.joinDropout(layers)
        batch = try Batch(
            capacity: 1, inputs: inputShape.reduce(1, *), layers: layers, isView: isView, scratches: scratches)
        let key = Key(seed: seed).derived(for: .initialization)
        for (index, parameter) in self.parameters.enumerated() {
            try parameter.initializer.fill(parameter, key: key.derived(UInt32(index), 0), kernels: kernels)
        }
    }

    /// Layers may outlive their model; what they hold of its memory may not.
    deinit {
        for parameter in parameters { parameter.storage = nil }
        for scratch in scratches { scratch.memory = nil }
    }

    /// Lets layers do the dropout that follows them, where they can; the dropout is then a view.
    private static func joinDropout(_ layers: [Layer]) -> [Bool] {
        var isView = layers.map { $0.isView }
        for index in layers.indices.dropFirst() {
            guard layers[index - 1].canDrop, let dropout = layers[index].asDropout else { continue }
            layers[index - 1].absorbed = dropout
            isView[index] = true
        }
        return isView
    }

    /// Makes room for batches of at least this many examples.
    package func reserve(_ capacity: Int) throws(NetworkError) {
        guard batch.capacity < capacity else { return }
        batch = try Batch(
            capacity: capacity, inputs: inputShape.reduce(1, *), layers: layers, isView: isView, scratches: scratches)
    }

    /// Forgets the optimizer's moments.
    package func resetMoments() {
        for matrix in first + second { matrix.fill(0) }
    }
}

extension Graph {
    /// Every layer's output for the batch's inputs; the result is what penalties on outputs add to the loss.
    @discardableResult
    package func forward(_ pass: Pass) -> Double {
        var pass = pass, penalty = 0.0
        let rows = batch.rows
        for index in layers.indices {
            let layer = layers[index]
            if !isView[index] {
                pass.layer = index
                let x = index == 0 ? batch.inputs : batch.outputs[index - 1]
                layer.forward(x.prefix(rows), batch.outputs[index].prefix(rows), pass)
            }
            if let regularizer = layer.activityRegularizer {
                let y = batch.outputs[index].prefix(rows)
                penalty += pass.kernels.activity(regularizer, share: 0, y, addingTo: nil) / Double(rows)
            }
        }
        return penalty
    }

    /// Every parameter's gradient, from that of the last output, which lies in `batch.gradients`.
    package func backward(_ pass: Pass) {
        var pass = pass
        let rows = batch.rows
        var index = layers.count - 1
        while index >= lowest {
            defer { index -= 1 }
            if isView[index] { continue }
            let layer = layers[index]
            pass.layer = index
            let x = index == 0 ? batch.inputs : batch.outputs[index - 1]
            let y = batch.outputs[index].prefix(rows), dy = batch.gradients[index].prefix(rows)
            if let regularizer = layer.activityRegularizer {
                _ = pass.kernels.activity(regularizer, share: 1 / Float(rows), y, addingTo: dy)
            }
            layer.backward(
                x.prefix(rows), y, dy, index > lowest ? batch.gradients[index - 1].prefix(rows) : nil, pass)
        }
    }

    /// Moves every weight; the result is what penalties on weights added to the loss.
    package func update(_ optimizer: Optimizer, decays: [Bool], iteration: Int, rate: Double, kernels: Kernels)
        -> Double
    {
        let step = optimizer.step(iteration: iteration, rate: rate)
        let globalScale = globalScale(optimizer.clipping, kernels)
        var penalty = 0.0
        for index in trainable.indices {
            let parameter = trainable[index]
            var own = step
            if let regularizer = parameter.regularizer {
                own.l1 = regularizer.smoothL1
                own.l2 = regularizer.l2
                own.proximal = regularizer.isProximal ? regularizer.l1 : 0
                own.threshold = rate * own.proximal
            }
            if decays[index], let decay = optimizer.weightDecay { own.shrink = 1 - rate * decay.rate }
            own.scale = globalScale
            if case .norm(let bound) = optimizer.clipping {
                own.scale = Self.scale(squares(parameter, kernels), bound: bound)
            }
            penalty += kernels.update(
                own, weights: parameter.value.base, gradients: parameter.gradient.base, first: first[index].base,
                second: second[index].base, count: parameter.span)
            if let constraint = parameter.constraint {
                kernels.constrain(parameter.value, to: constraint, scratch: norms)
            }
        }
        return penalty
    }

    /// What penalties on weights add to the loss.
    package func penalty(_ kernels: Kernels) -> Double {
        trainable.reduce(0) { sum, parameter in
            guard let regularizer = parameter.regularizer else { return sum }
            return sum + kernels.penalty(regularizer, parameter.value)
        }
    }

    /// The first layer whose output for the batch is not finite.
    package func firstNonFiniteLayer() -> Layer? {
        layers.indices.first { batch.outputs[$0].prefix(batch.rows).firstNonFiniteRow != nil }.map { layers[$0] }
    }

    private func globalScale(_ clipping: Clipping?, _ kernels: Kernels) -> Double {
        guard case .globalNorm(let bound) = clipping else { return 1 }
        var sum = 0.0
        for parameter in trainable { sum += squares(parameter, kernels) }
        return Self.scale(sum, bound: bound)
    }

    private func squares(_ parameter: Parameter, _ kernels: Kernels) -> Double {
        kernels.gradientSquares(
            parameter.regularizer, weights: parameter.value, gradients: parameter.gradient)
    }

    private static func scale(_ squares: Double, bound: Double) -> Double {
        let norm = squares.squareRoot()
        return norm > bound ? bound / norm : 1
    }
}
