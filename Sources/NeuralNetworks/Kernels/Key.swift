/// What random numbers depend on: a key derived from a seed and from what the numbers are for.
///
/// Keys are values, and so is randomness: the same seed, step, layer and index give the same number, on any thread, in
/// any order. The generator is Threefry 2×32 with 20 rounds (Salmon et al. 2011).
package struct Key: Equatable, Sendable {
    package let low: UInt32
    package let high: UInt32

    package init(low: UInt32, high: UInt32) {
        self.low = low
        self.high = high
    }

    package init(seed: Int) {
        let bits = UInt64(bitPattern: Int64(seed))
        self.init(low: UInt32(truncatingIfNeeded: bits), high: UInt32(truncatingIfNeeded: bits >> 32))
    }

    /// What a key is for, so that no two uses of a seed share numbers.
    package enum Purpose: UInt32 { case step, initialization, shuffle, corruption, augmentation }

    /// The key for one purpose.
    package func derived(for purpose: Purpose) -> Key { derived(purpose.rawValue, 0x5eed) }

    /// The key for one pair of counters, such as a step and a layer.
    package func derived(_ a: UInt32, _ b: UInt32) -> Key {
        let bits = Kernels.threefry(self, a, b)
        return Key(low: bits.0, high: bits.1)
    }

    /// The number in 0 ..< 1 at an index.
    package func uniform(_ index: Int) -> Double {
        let bits = Kernels.threefry(
            self, UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: Int64(index) >> 32))
        return Double((UInt64(bits.0) << 21) ^ (UInt64(bits.1) >> 11)) * 0x1p-53
    }
}
