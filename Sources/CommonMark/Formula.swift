/// A formula in TeX.
public struct Formula: Equatable, Sendable {
    public var tex: String
    /// Whether the formula stands on a line of its own.
    public var isDisplay: Bool
    /// The label that the formula can be referred to by: `eq-loss`.
    public var label: String?
    /// Where each line of `tex` begins.
    public var lines: [Position]

    public init(tex: String, isDisplay: Bool, label: String? = nil, lines: [Position]) {
        self.tex = tex
        self.isDisplay = isDisplay
        self.label = label
        self.lines = lines
    }
}
