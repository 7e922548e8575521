import Foundation
import NeuralNetworks

/// Activations in Double, from the system's mathematics.
enum Functions {
    static let all: [(String, ActivationFunction, @Sendable (Double) -> Double)] = [
        ("linear", .linear, { $0 }),
        ("relu", .relu, { max($0, 0) }),
        ("leaky relu", .leakyRelu(negativeSlope: 0.3), { $0 < 0 ? 0.3 * $0 : $0 }),
        ("elu", .elu(alpha: 0.7), { $0 < 0 ? 0.7 * expm1($0) : $0 }),
        ("gelu", .gelu, { 0.5 * $0 * erfc(-$0 / 2.0.squareRoot()) }),
        ("sigmoid", .sigmoid, { 1 / (1 + exp(-$0)) }),
        ("tanh", .tanh, { tanh($0) }),
    ]

    static func softmax(_ x: [Double]) -> [Double] {
        let powers = x.map { exp($0) }, sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}
