/// A network whose layers follow one another, with Keras's names and semantics.
///
/// ```swift
/// let model = Sequential(seed: 7) {
///     Flatten()
///     Dense(128, activation: .relu)
///     Dropout(0.5)
///     Dense(10, activation: .softmax)
/// }
/// model.compile(optimizer: .adam(), loss: .categoricalCrossentropy, metrics: [.accuracy])
/// let history = try model.fit(data.train, epochs: 10, batchSize: 64, validationSplit: 0.2)
/// print(history[.validationAccuracy], try model.evaluate(data.test)[.accuracy])
/// ```
///
/// The same seed gives the same bits: between runs, for any number of threads, on every instruction set. Nothing is
/// checked where it is written down; `build`, `fit`, `evaluate` and `predict` check everything and throw a
/// ``NetworkError`` that says what is wrong.
///
/// A model is not `Sendable`: it belongs to one thread. ``Trials`` trains one model a thread.
public final class Sequential {
    /// The layers in order.
    public let layers: [Layer]
    /// What weights, shuffling and noise are drawn from.
    public let seed: Int
    package let kernels: Kernels
    package var graph: Graph?
    package var compilation: Compilation?
    /// Training steps and epochs so far, over all calls of `fit`.
    package var steps = 0
    package var epochs = 0
    /// Steps since `compile`, which schedules and Adam's correction count.
    package var iteration = 0
    /// What callbacks have multiplied the learning rate by.
    package var rateFactor = 1.0

    /// A network of layers.
    ///
    /// - Parameters:
    ///   - seed: what weights, shuffling and noise are drawn from.
    ///   - layers: the layers in order.
    public convenience init(seed: Int = 0, @LayerBuilder layers: () -> [Layer]) {
        self.init(seed: seed, kernels: .fastest, layers: layers())
    }

    /// A network of layers in an array.
    public convenience init(seed: Int = 0, _ layers: [Layer]) {
        self.init(seed: seed, kernels: .fastest, layers: layers)
    }

    package init(seed: Int, kernels: Kernels, layers: [Layer]) {
        self.layers = layers
        self.seed = seed
        self.kernels = kernels
        nameLayers()
    }

    /// Sets what to learn by. Moments, schedules and the learning rate begin anew; weights stay as they are.
    ///
    /// - Parameters:
    ///   - optimizer: how weights follow gradients.
    ///   - loss: what is made small.
    ///   - metrics: what is measured beside it.
    public func compile(optimizer: Optimizer = .rmsprop(), loss: Loss, metrics: [Metric] = []) {
        compilation = Compilation(optimizer: optimizer, loss: loss, metrics: metrics, layers: layers)
        graph?.resetMoments()
        iteration = 0
        rateFactor = 1
    }

    /// Makes the weights, for examples of a shape; `fit` does so by itself.
    ///
    /// - Throws: ``NetworkError`` for settings out of range or shapes that do not fit, naming the layer.
    public func build(inputShape: [Int]) throws(NetworkError) {
        _ = try graph(for: inputShape)
    }

    /// The learning rate of the next step, or nil before `compile`.
    public var learningRate: Double? {
        compilation.map { $0.optimizer.learningRate.rate(at: iteration) * rateFactor }
    }
}

extension Sequential {
    /// What `compile` set.
    package struct Compilation {
        let optimizer: Optimizer
        let loss: Loss
        let metrics: [Metric]
        let head: Head?

        init(optimizer: Optimizer, loss: Loss, metrics: [Metric], layers: [Layer]) {
            self.optimizer = optimizer
            self.loss = loss
            self.metrics = metrics
            head = layers.last.map { Head(loss: loss, last: $0) }
        }
    }

    /// The network built for examples of a shape.
    package func graph(for shape: [Int]) throws(NetworkError) -> Graph {
        if graph != nil {
            let graph = try builtGraph()
            guard graph.inputShape == shape else {
                throw .shapeMismatch(
                    layer: layers.first?.name ?? "", expected: "\(graph.inputShape)", given: shape, cause: .otherData)
            }
            return graph
        }
        guard !layers.isEmpty else { throw .noLayers }
        guard !shape.isEmpty, shape.allSatisfy({ $0 > 0 }) else {
            throw .shapeMismatch(layer: layers[0].name, expected: "[…]", given: shape, cause: .otherData)
        }
        for (index, layer) in layers.enumerated() {
            guard !layer.isBuilt, !layers[..<index].contains(where: { $0 === layer }) else {
                throw .layerUsedTwice(layer.name)
            }
        }
        graph = try Graph(layers, inputShape: shape, seed: seed, kernels: kernels)
        for layer in layers { layer.isBuilt = true }
        return try builtGraph()
    }

    /// The network, which must be built; its last layer knows whether the loss does its activation.
    package func builtGraph() throws(NetworkError) -> Graph {
        guard let graph else { throw .notBuilt }
        layers.last?.leavesLogits = compilation?.head?.activation ?? .linear != .linear
        return graph
    }
}

private extension Sequential {
    /// `dense`, `dense_1`, …: each kind counts for itself, as in Keras. A layer that has a name keeps it, so that one
    /// used twice is found out.
    func nameLayers() {
        var counts: [(kind: String, count: Int)] = []
        for layer in layers {
            let index = counts.firstIndex { $0.kind == layer.kind }
            let number = index.map { counts[$0].count } ?? 0
            if let index { counts[index].count += 1 } else { counts.append((layer.kind, 1)) }
            if layer.name.isEmpty { layer.name = number == 0 ? layer.kind : "\(layer.kind)_\(number)" }
        }
    }
}
