/// Decoupled weight decay: w −= learning rate · rate · w before each step (Loshchilov and Hutter 2019).
///
/// It equals an L2 penalty under plain SGD only; under Adam a penalty's gradient is divided by √v as well.
public struct WeightDecay: Equatable, Sendable {
    /// The rate.
    public let rate: Double
    /// Parameters whose name contains one of these do not decay, such as `bias`.
    public let exclusions: [String]

    /// Decay of all parameters but some.
    public init(_ rate: Double, excluding exclusions: [String] = []) {
        self.rate = rate
        self.exclusions = exclusions
    }

    /// Whether a parameter of this name decays.
    func applies(to name: String) -> Bool { !exclusions.contains { name.contains(substring: $0) } }
}

private extension String {
    /// Whether `other` occurs, byte for byte; the standard library's search is not in Embedded Swift.
    func contains(substring other: String) -> Bool {
        let bytes = Array(utf8), wanted = Array(other.utf8)
        guard wanted.count <= bytes.count else { return false }
        return (0...bytes.count - wanted.count).contains { bytes[$0..<$0 + wanted.count] == wanted[...] }
    }
}
