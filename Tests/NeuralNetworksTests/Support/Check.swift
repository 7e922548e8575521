import NeuralNetworks

/// A layer's gradients beside central differences of Σ dy ⊙ forward(x) in Double, ε = 1e-6.
struct Check {
    private static let rows = 6, columns = 7
    private let layer: Layer
    private let forward: ([[Double]], [String: [Double]]) -> [[Double]]

    init(_ layer: Layer, _ forward: @escaping ([[Double]], [String: [Double]]) -> [[Double]]) throws {
        self.layer = layer
        self.forward = forward
    }

    /// The largest |difference| / (1e-5 + 1e-3 |wanted|) over inputs and parameters: 1 is the bound.
    func worst() throws -> Double {
        var random = Congruential(state: 77)
        let bench = try Bench(layer, input: [Self.columns], rows: Self.rows)
        // Away from 0, where ReLU and its relatives have a kink.
        let x = random.floats(Self.rows * Self.columns).map { $0 < 0 ? $0 - 0.05 : $0 + 0.05 }
        var parameters: [String: [Double]] = [:]
        for parameter in bench.graph.trainable where parameter.name.hasPrefix("layer/") {
            let name = String(parameter.name.dropFirst("layer/".count))
            bench.set(name, random.floats(parameter.count))
            parameters[name] = bench.value(name).map { Double($0) }
        }
        let y = bench.forward(x)
        let dy = random.floats(y.count)
        let dx = bench.backward(dy)
        let wide = x.map { Double($0) }, weights = dy.map { Double($0) }
        func objective(_ x: [Double], _ parameters: [String: [Double]]) -> Double {
            let rows = (0..<Self.rows).map { Array(x[$0 * Self.columns..<($0 + 1) * Self.columns]) }
            return zip(forward(rows, parameters).flatMap { $0 }, weights).reduce(0) { $0 + $1.0 * $1.1 }
        }
        var worst = 0.0
        for index in wide.indices {
            let wanted = slope(at: wide, index) { objective($0, parameters) }
            worst = max(worst, excess(Double(dx[index]), wanted))
        }
        for (name, values) in parameters {
            let gradient = bench.gradient(name)
            for index in values.indices {
                let wanted = slope(at: values, index) { moved in
                    objective(wide, parameters.merging([name: moved]) { $1 })
                }
                worst = max(worst, excess(Double(gradient[index]), wanted))
            }
        }
        return worst
    }

    private func slope(at values: [Double], _ index: Int, _ function: ([Double]) -> Double) -> Double {
        var up = values, down = values
        up[index] += 1e-6
        down[index] -= 1e-6
        return (function(up) - function(down)) / 2e-6
    }

    private func excess(_ got: Double, _ wanted: Double) -> Double {
        got.isNaN ? .infinity : (got - wanted).magnitude / (1e-5 + 1e-3 * wanted.magnitude)
    }
}
