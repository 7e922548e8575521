/// An input on the page with which a reader changes what a live cell computes.
public struct Control: Equatable, Sendable {
    /// What the input is called. Controls of one chapter that share a label are one control.
    public var label: String
    public var kind: Kind

    public init(_ label: String, _ kind: Kind) {
        self.label = label
        self.kind = kind
    }

    /// What can be entered, and what is entered at first.
    public enum Kind: Equatable, Sendable {
        case number(lower: Double, upper: Double, step: Double, initial: Double)
        case integer(lower: Int, upper: Int, initial: Int)
        case choice(options: [String], initial: Int)
        case toggle(initial: Bool)
        case text(initial: String)
        /// The value is how often it was pressed.
        case button
    }
}

/// Steps that a live cell takes one after the other, such as epochs of training, while the page shows each.
public struct Animation: Equatable, Sendable {
    /// What is counted: "Epoch".
    public var label: String
    public var first: Int
    public var last: Int

    public init(label: String, first: Int, last: Int) {
        self.label = label
        self.first = first
        self.last = last
    }
}

#if !hasFeature(Embedded)
    extension Control: Codable {}
    extension Control.Kind: Codable {}
    extension Animation: Codable {}
#endif
