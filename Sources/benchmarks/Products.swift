import NeuralNetworks

/// Each matrix product of a training step by itself.
enum Products {
    /// name, m, n, k, and whether the left side is read transposed.
    static let shapes: [(name: String, m: Int, n: Int, k: Int, transposed: Bool)] = [
        ("y₁ = x W₁", 64, 128, 784, false), ("y₂ = y₁ W₂", 64, 64, 128, false), ("y₃ = y₂ W₃", 64, 10, 64, false),
        ("dW₁ = xᵀ dy₁", 784, 128, 64, true), ("dW₂ = y₁ᵀ dy₂", 128, 64, 64, true), ("dW₃ = y₂ᵀ dy₃", 64, 10, 64, true),
        ("dy₁ = dy₂ W₂ᵀ", 64, 128, 64, false), ("dy₂ = dy₃ W₃ᵀ", 64, 64, 10, false),
    ]

    static func table(peak: Double) -> Table {
        var table = Table(["product", "m × n × k", "GFLOP/s", "of peak"])
        for shape in shapes {
            let rate = rate(shape.m, shape.n, shape.k, transposed: shape.transposed)
            table.add([
                shape.name, "\(shape.m) × \(shape.n) × \(shape.k)", decimals(rate / 1e9, 0), percent(rate / peak),
            ])
        }
        return table
    }

    /// Useful operations a second: the padding of ten columns to sixteen is work that does not count.
    private static func rate(_ m: Int, _ n: Int, _ k: Int, transposed: Bool) -> Double {
        guard let memory = try? Memory(count: 1 << 20) else { return .nan }
        defer { withExtendedLifetime(memory) {} }
        let left = transposed ? memory.take(rows: k, columns: m) : memory.take(rows: m, columns: k)
        let right = memory.take(rows: k, columns: n), result = memory.take(rows: m, columns: n)
        left.fill(0.5)
        right.fill(0.25)
        let operations = 2 * m * n * k, repetitions = max(1, 200_000_000 / operations)
        let seconds = Stopwatch.best(of: 5) {
            for _ in 0..<repetitions {
                if transposed {
                    Kernels.fastest.productOfTransposed(left, right, into: result)
                } else {
                    Kernels.fastest.product(left, right, into: result)
                }
            }
        }
        return Double(operations * repetitions) / seconds
    }
}
