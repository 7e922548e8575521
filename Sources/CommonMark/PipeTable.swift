/// What a table of GitHub Flavored Markdown has besides its rows and cells, which are nodes.
public struct PipeTable: Equatable, Sendable {
    /// How each column is aligned.
    public var alignments: [Alignment]
    /// What stands in braces behind the table's caption.
    public var attributes: Attributes

    public enum Alignment: String, Sendable {
        case none
        case left
        case center
        case right
    }

    public init(alignments: [Alignment], attributes: Attributes = Attributes()) {
        self.alignments = alignments
        self.attributes = attributes
    }
}
