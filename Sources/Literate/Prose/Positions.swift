import CommonMark

/// Gives a document that was parsed from a draft the positions that its nodes have in the chapter.
struct Positions {
    let draft: Draft

    /// `node`, and all below it, with the chapter's positions.
    func located(_ node: Node) -> Node {
        located(node, in: Surroundings())
    }

    /// What a node stands in.
    private struct Surroundings {
        var quotes = 0
        /// The paragraph or heading around an inline, and how many of its first lines are definitions of links, which
        /// libcmark takes away without counting them.
        var block: Position?
        var definitions = 0
    }

    private func located(_ node: Node, in surroundings: Surroundings) -> Node {
        var inner = surroundings
        switch node.kind {
        case .blockQuote: inner.quotes += 1
        case .paragraph, .heading:
            inner.block = node.position
            inner.definitions = node.position.map(definitions) ?? 0
        default: break
        }
        var copy = node
        copy.position = node.position.map { position($0, in: surroundings) }
        copy.children = node.children.map { located($0, in: inner) }
        return copy
    }

    private func position(_ position: Position, in surroundings: Surroundings) -> Position {
        var position = position
        if let block = surroundings.block {
            position.startLine += surroundings.definitions
            position.endLine += surroundings.definitions
            position.startColumn += columns(before: position.startLine, in: block, surroundings)
            position.endColumn += columns(before: position.endLine, in: block, surroundings)
        }
        let start = draft.origin(line: position.startLine, column: position.startColumn)
        let end = draft.origin(line: max(position.startLine, position.endLine), column: position.endColumn)
        return Position(startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column)
    }

    /// What is to be added to the column of an inline: libcmark counts as if each line's text began where the first
    /// line's does.
    private func columns(before line: Int, in block: Position, _ surroundings: Surroundings) -> Int {
        guard line > block.startLine, draft.lines.indices.contains(line - 1) else { return 0 }
        return draft.lines[line - 1].prefixLength(quotes: surroundings.quotes) + 1 - block.startColumn
    }

    /// How many lines at the start of a paragraph define links.
    private func definitions(_ block: Position) -> Int {
        let lines = draft.lines.dropFirst(block.startLine - 1).prefix(max(0, block.endLine - block.startLine))
        return lines.enumerated().prefix { index, line in
            let start = index == 0 ? block.startColumn - 1 : line.prefixLength(quotes: .max)
            let text = String(decoding: line.bytes.dropFirst(start), as: UTF8.self)
            return text.hasPrefix("[") && text.wholeMatch(of: Self.definition) != nil
        }.count
    }

    private nonisolated(unsafe) static let definition =
        #/\[(?:[^\[\]\\]|\\.)+\]:\s*\S+(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*/#
}
