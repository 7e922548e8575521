/// A model's weights and states at one moment, as a value: a snapshot.
///
/// ```swift
/// let before = try model.weights
/// try model.fit(data, epochs: 1)
/// try model.setWeights(before)
/// ```
public struct Weights: Equatable, Sendable {
    /// The numbers of one parameter.
    public struct Entry: Equatable, Sendable {
        /// Its name, such as `dense_1/kernel`.
        public let name: String
        /// Its shape, such as `[784, 128]`.
        public let shape: [Int]
        /// Its numbers in row-major order.
        public let values: [Float]

        /// An entry; `values` has as many numbers as `shape` says.
        public init(name: String, shape: [Int], values: [Float]) {
            self.name = name
            self.shape = shape
            self.values = values
        }
    }

    /// Every parameter, weights before states, each in the layers' order.
    public let entries: [Entry]

    /// A snapshot made of entries.
    public init(_ entries: [Entry]) { self.entries = entries }

    /// A parameter's numbers, or nil where there is none of this name.
    public subscript(name: String) -> [Float]? { entries.first { $0.name == name }?.values }
}

extension Sequential {
    /// The weights and states as they are now.
    public var weights: Weights {
        get throws(NetworkError) {
            let graph = try builtGraph()
            return Weights(
                graph.parameters.map { Weights.Entry(name: $0.name, shape: $0.shape, values: $0.value.values) })
        }
    }

    /// Puts a snapshot's numbers in place, found by name. The optimizer's moments stay as they are, as in Keras.
    ///
    /// - Throws: ``NetworkError/wrongWeights(name:problem:)`` where one is missing, unknown or of another shape; nothing
    ///   is changed then.
    public func setWeights(_ weights: Weights) throws(NetworkError) {
        let graph = try builtGraph()
        for parameter in graph.parameters {
            guard let entry = weights.entries.first(where: { $0.name == parameter.name }) else {
                throw .wrongWeights(name: parameter.name, problem: "they are missing")
            }
            guard entry.shape == parameter.shape, entry.values.count == parameter.count else {
                throw .wrongWeights(
                    name: entry.name, problem: "their shape is \(entry.shape), the layer's is \(parameter.shape)")
            }
        }
        for entry in weights.entries where !graph.parameters.contains(where: { $0.name == entry.name }) {
            throw .wrongWeights(name: entry.name, problem: "the model has no such parameter")
        }
        for parameter in graph.parameters {
            if let values = weights[parameter.name] { parameter.value.assign(values) }
        }
    }
}
