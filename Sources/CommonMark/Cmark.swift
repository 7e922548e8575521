// The only file that touches libcmark's pointers: a tree of C nodes is read into values, and values are written back
// into one to be rendered.
import CCmark

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Parses and renders CommonMark, with libcmark.
public enum CommonMark {
    /// The document that `source` stands for.
    /// - Parameter smart: whether straight quotes, `--`, `---` and `...` become typographic ones.
    /// - Throws: `NestedTooDeeply` for a document that no person wrote.
    public static func parse(_ source: String, smart: Bool = false) throws(NestedTooDeeply) -> Node {
        var source = source
        // Without positions asked for, lines are not counted behind a code span that goes over several.
        let options = CMARK_OPT_SOURCEPOS | (smart ? CMARK_OPT_SMART : 0)
        guard let root = source.withUTF8({ cmark_parse_document($0.baseAddress, $0.count, options) }) else {
            return Node(.document)
        }
        defer { cmark_node_free(root) }
        return try read(root, depth: 0)
    }

    /// The HTML of `node`. Raw HTML in it is passed through.
    public static func html(_ node: Node) -> String {
        guard let root = write(node) else { return "" }
        defer { cmark_node_free(root) }
        guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE) else { return "" }
        defer { free(html) }
        return String(cString: html)
    }
}

/// A document has blocks in blocks beyond what a tree of values can hold without running out of stack.
public struct NestedTooDeeply: Error {
    /// How deep blocks and inlines may be nested.
    public static let limit = 500

    /// The line on which the limit is passed; 0 where libcmark does not tell.
    public var line: Int
}

// MARK: From C to values

private func read(_ pointer: OpaquePointer, depth: Int) throws(NestedTooDeeply) -> Node {
    guard depth <= NestedTooDeeply.limit else {
        throw NestedTooDeeply(line: Int(cmark_node_get_start_line(pointer)))
    }
    var children: [Node] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
        children.append(try read(child, depth: depth + 1))
        next = cmark_node_next(child)
    }
    return Node(kind(of: pointer), position: position(of: pointer), children: children)
}

private func position(of pointer: OpaquePointer) -> Position? {
    let startLine = Int(cmark_node_get_start_line(pointer))
    guard startLine > 0 else { return nil }
    return Position(
        startLine: startLine, startColumn: Int(cmark_node_get_start_column(pointer)),
        endLine: Int(cmark_node_get_end_line(pointer)), endColumn: Int(cmark_node_get_end_column(pointer)))
}

private func kind(of pointer: OpaquePointer) -> Node.Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list(list(of: pointer))
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock(info: string(cmark_node_get_fence_info(pointer)), code: literal(pointer))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(literal(pointer))
    case CMARK_NODE_CUSTOM_BLOCK: .customBlock(string(cmark_node_get_on_enter(pointer)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(pointer)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text(literal(pointer))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code(literal(pointer))
    case CMARK_NODE_HTML_INLINE: .htmlInline(literal(pointer))
    case CMARK_NODE_CUSTOM_INLINE: .customInline(string(cmark_node_get_on_enter(pointer)))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
        .link(destination: string(cmark_node_get_url(pointer)), title: string(cmark_node_get_title(pointer)))
    case CMARK_NODE_IMAGE:
        .image(source: string(cmark_node_get_url(pointer)), title: string(cmark_node_get_title(pointer)))
    default: .document
    }
}

private func list(of pointer: OpaquePointer) -> Node.List {
    var marker = Node.List.Marker.bullet
    if cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST {
        let isParenthesis = cmark_node_get_list_delim(pointer) == CMARK_PAREN_DELIM
        marker = .ordered(
            start: Int(cmark_node_get_list_start(pointer)), delimiter: isParenthesis ? .parenthesis : .period)
    }
    return Node.List(marker: marker, isTight: cmark_node_get_list_tight(pointer) == 1)
}

private func literal(_ pointer: OpaquePointer) -> String {
    string(cmark_node_get_literal(pointer))
}

private func string(_ characters: UnsafePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
}

// MARK: From values to C

private func write(_ node: Node) -> OpaquePointer? {
    guard let pointer = cmark_node_new(type(of: node.kind)) else { return nil }
    fill(pointer, with: node.kind)
    for child in node.children {
        guard let child = write(child) else { continue }
        // A parent that may not contain this child leaves it to its owner.
        if cmark_node_append_child(pointer, child) == 0 { cmark_node_free(child) }
    }
    return pointer
}

private func type(of kind: Node.Kind) -> cmark_node_type {
    switch kind {
    case .document: CMARK_NODE_DOCUMENT
    case .blockQuote: CMARK_NODE_BLOCK_QUOTE
    case .list: CMARK_NODE_LIST
    case .item: CMARK_NODE_ITEM
    case .codeBlock: CMARK_NODE_CODE_BLOCK
    case .htmlBlock: CMARK_NODE_HTML_BLOCK
    case .customBlock: CMARK_NODE_CUSTOM_BLOCK
    case .paragraph: CMARK_NODE_PARAGRAPH
    case .heading: CMARK_NODE_HEADING
    case .thematicBreak: CMARK_NODE_THEMATIC_BREAK
    case .text: CMARK_NODE_TEXT
    case .softBreak: CMARK_NODE_SOFTBREAK
    case .lineBreak: CMARK_NODE_LINEBREAK
    case .code: CMARK_NODE_CODE
    case .htmlInline: CMARK_NODE_HTML_INLINE
    case .customInline: CMARK_NODE_CUSTOM_INLINE
    case .emphasis: CMARK_NODE_EMPH
    case .strong: CMARK_NODE_STRONG
    case .link: CMARK_NODE_LINK
    case .image: CMARK_NODE_IMAGE
    case .container, .div, .figure, .table, .tableRow, .tableCell, .caption, .footnote: CMARK_NODE_CUSTOM_BLOCK
    case .footnoteReference, .formula, .mention, .attributes: CMARK_NODE_CUSTOM_INLINE
    }
}

private func fill(_ pointer: OpaquePointer, with kind: Node.Kind) {
    switch kind {
    case .list(let list):
        fill(pointer, with: list)
    case .codeBlock(let info, let code):
        cmark_node_set_fence_info(pointer, info)
        cmark_node_set_literal(pointer, code)
    case .heading(let level):
        cmark_node_set_heading_level(pointer, Int32(level))
    case .htmlBlock(let literal), .text(let literal), .code(let literal), .htmlInline(let literal):
        cmark_node_set_literal(pointer, literal)
    case .customBlock(let html), .customInline(let html):
        cmark_node_set_on_enter(pointer, html)
    case .container(let open, let close):
        cmark_node_set_on_enter(pointer, open)
        cmark_node_set_on_exit(pointer, close)
    case .link(let url, let title), .image(let url, let title):
        cmark_node_set_url(pointer, url)
        cmark_node_set_title(pointer, title)
    default: break
    }
}

private func fill(_ pointer: OpaquePointer, with list: Node.List) {
    cmark_node_set_list_tight(pointer, list.isTight ? 1 : 0)
    switch list.marker {
    case .bullet:
        cmark_node_set_list_type(pointer, CMARK_BULLET_LIST)
    case .ordered(let start, let delimiter):
        cmark_node_set_list_type(pointer, CMARK_ORDERED_LIST)
        cmark_node_set_list_start(pointer, Int32(clamping: start))
        cmark_node_set_list_delim(pointer, delimiter == .parenthesis ? CMARK_PAREN_DELIM : CMARK_PERIOD_DELIM)
    }
}
