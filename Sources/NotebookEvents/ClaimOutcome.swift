/// What came of checking a claim.
public struct ClaimOutcome: Equatable, Sendable {
    /// Whether the claim is true.
    public var held: Bool
    /// The parts of the claim that decided it, in the order in which they were evaluated.
    public var operands: [Operand]

    public init(held: Bool, operands: [Operand]) {
        self.held = held
        self.operands = operands
    }

    /// One side of a comparison, or a whole condition: its source and its value.
    public struct Operand: Equatable, Sendable {
        public var source: String
        public var value: String

        public init(source: String, value: String) {
            self.source = source
            self.value = value
        }
    }
}

#if !hasFeature(Embedded)
    extension ClaimOutcome: Codable {}
    extension ClaimOutcome.Operand: Codable {}
#endif
