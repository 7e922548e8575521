/// A node of a CommonMark document: a block or an inline, as libcmark parsed it.
///
/// Nodes are values. Change them as you like and render the changed tree: libcmark renders it as if it had been
/// parsed that way.
public struct Node: Equatable, Sendable {
    public var kind: Kind
    /// Where the node stands in the source; nil for nodes that libcmark does not locate, such as soft line breaks.
    public var position: Position?
    public var children: [Node]

    public init(_ kind: Kind, position: Position? = nil, children: [Node] = []) {
        self.kind = kind
        self.position = position
        self.children = children
    }

    /// What a node is, with what only such a node has.
    public enum Kind: Equatable, Sendable {
        // Blocks.
        case document
        case blockQuote
        case list(List)
        case item
        /// A fenced or indented code block; `info` is what stands after the opening fence.
        case codeBlock(info: String, code: String)
        case htmlBlock(String)
        case paragraph
        case heading(level: Int)
        case thematicBreak
        /// HTML that takes a block's place, rendered as it stands.
        case customBlock(String)

        // Inlines.
        case text(String)
        case softBreak
        case lineBreak
        case code(String)
        case htmlInline(String)
        case emphasis
        case strong
        case link(destination: String, title: String)
        case image(source: String, title: String)
        /// HTML that takes an inline's place, rendered as it stands.
        case customInline(String)

        // What libcmark doesn't know. Who reads a document puts these in, and who weaves it takes them out again; where
        // one is left, it is rendered as what stands in it. Blocks first, then inlines.

        /// HTML around blocks or inlines.
        case container(open: String, close: String)
        case div(Attributes)
        /// An image with a label, which is the node's child.
        case figure(Attributes)
        /// Rows of cells, and a caption behind them perhaps.
        case table(PipeTable)
        case tableRow
        case tableCell
        /// The caption of the table, or the title of the callout, that it stands in.
        case caption
        /// The text of the footnote of this label, where its author wrote it.
        case footnote(label: String)

        case footnoteReference(label: String)
        case formula(Formula)
        case mention(Mention)
        /// Attributes of the heading that they end, or of the image before them.
        case attributes(Attributes)
    }

    /// How a list counts and whether its items are paragraphs.
    public struct List: Equatable, Sendable {
        public var marker: Marker
        public var isTight: Bool

        public enum Marker: Equatable, Sendable {
            case bullet
            case ordered(start: Int, delimiter: Delimiter)
        }

        public enum Delimiter: Equatable, Sendable {
            case period
            case parenthesis
        }
    }
}

/// The first and last line and column of a node, counted from 1; columns count UTF-8 bytes.
public struct Position: Equatable, Sendable {
    public var startLine: Int
    public var startColumn: Int
    public var endLine: Int
    public var endColumn: Int

    public init(startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
        self.startLine = startLine
        self.startColumn = startColumn
        self.endLine = endLine
        self.endColumn = endColumn
    }

    /// A place of one byte.
    public init(line: Int, column: Int) {
        self.init(startLine: line, startColumn: column, endLine: line, endColumn: column)
    }
}

extension Node {
    /// The text of this node and all below it, without any markup.
    public var plainText: String {
        switch kind {
        case .text(let text), .code(let text): text
        case .formula(let formula): formula.tex
        case .softBreak, .lineBreak: " "
        default: children.map(\.plainText).joined()
        }
    }

    /// This node with `change` applied to it and all below it, children first.
    public func mapped(_ change: (Node) throws -> Node) rethrows -> Node {
        var copy = self
        copy.children = try children.map { try $0.mapped(change) }
        return try change(copy)
    }

    /// This node and all below it, in the order of the source.
    public var all: [Node] {
        [self] + children.flatMap(\.all)
    }
}
