import NeuralNetworks

/// What one core can do at most: independent fused multiply-adds on registers, nothing else.
enum Peak {
    static var path: String { Kernels.fastest.name }

    /// Floating-point operations a second.
    static func measure() -> Double {
        var operations = 0
        let seconds = Stopwatch.best(of: 5) { operations = Kernels.fastest.peakOperations(rounds: 5_000_000) }
        return Double(operations) / seconds
    }
}
