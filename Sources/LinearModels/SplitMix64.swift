/// A random-number generator whose numbers depend on nothing but its seed and stream: the same everywhere, every time.
///
/// SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014): the n-th number
/// is a mixing of `seed + n·γ`. Streams of one seed are independent for all that resampling needs.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The generator of a seed; of one seed, different streams give different numbers.
    public init(seed: UInt64, stream: UInt64 = 0) {
        state = stream == 0 ? seed : Self.mixed(seed &+ Self.mixed(stream &* 0x9E37_79B9_7F4A_7C15))
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// The next number of [0, 1): a multiple of 2⁻⁵³.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// The next number of the standard normal distribution, by Marsaglia's polar method.
    public mutating func normal() -> Double {
        while true {
            let u = 2 * uniform() - 1
            let v = 2 * uniform() - 1
            let s = u * u + v * v
            if s > 0 && s < 1 { return u * (-2 * Elementary.log(s) / s).squareRoot() }
        }
    }

    /// The numbers 0, 1, …, count − 1 in random order, each order equally likely (Fisher and Yates).
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<max(0, count))
        for index in order.indices.dropFirst().reversed() {
            order.swapAt(index, below(index + 1))
        }
        return order
    }

    /// Numbers of 0..<count drawn with replacement, `count` of them: a bootstrap sample's rows.
    public mutating func resample(_ count: Int) -> [Int] {
        (0..<max(0, count)).map { _ in below(count) }
    }
}

extension SplitMix64 {
    /// A number of 0..<bound, each equally likely (Lemire 2019).
    private mutating func below(_ bound: Int) -> Int {
        let bound = UInt64(bound)
        let excess = (0 &- bound) % bound
        while true {
            let (high, low) = next().multipliedFullWidth(by: bound)
            if low >= excess { return Int(high) }
        }
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
