/// What a network is computing for.
public enum Mode: Equatable, Sendable {
    /// Learning: noise is on and batch statistics are gathered.
    case training
    /// Using what was learnt: noise is off and a row's result depends on that row alone.
    case inference
}

/// One pass through a network: its mode, and the randomness of this step and layer.
///
/// Random numbers are keyed by (seed, step, layer, index), so that `backward` can draw the very numbers that `forward`
/// drew instead of storing them.
public struct Pass {
    /// Training or inference.
    public let mode: Mode
    /// The training step, counted over the model's life from 0.
    public let step: Int
    package let kernels: Kernels
    package let stepKey: Key
    package var layer: Int

    package init(mode: Mode, step: Int, seed: Int, kernels: Kernels) {
        self.mode = mode
        self.step = step
        self.kernels = kernels
        self.stepKey = Key(seed: seed).derived(for: .step).derived(UInt32(truncatingIfNeeded: step), 0)
        self.layer = 0
    }

    /// Whether noise is on.
    public var isTraining: Bool { mode == .training }

    /// A random number in 0 ..< 1 that depends on seed, step, layer and `index` alone.
    public func uniform(_ index: Int) -> Double { key.uniform(index) }

    /// The key of this step and layer.
    package var key: Key { key(of: layer) }

    /// The key of this step and another layer.
    package func key(of layer: Int) -> Key { stepKey.derived(UInt32(truncatingIfNeeded: layer), 1) }
}
