import CommonMark

/// The fence around a code block, read off the source: libcmark tells neither how it was indented nor whether it was
/// closed.
struct Fence {
    let source: SourceText
    let position: Position

    /// What a fence's info string makes of it.
    enum Role: Equatable {
        case cell
        case shown
        /// A word that can't stand behind `swift`.
        case unknown(String)

        init(info: String) {
            let words = info.split(whereSeparator: \.isWhitespace)
            guard let language = words.first, language == "swift" || language == "{swift}" else {
                self = .shown
                return
            }
            switch words.dropFirst().first {
            case nil: self = .cell
            case "ignore": self = .shown
            case .some(let word): self = .unknown(String(word))
            }
        }
    }

    /// Where the block begins.
    var opening: Location { Location(line: position.startLine, column: position.startColumn) }

    /// Where the first line of the block's `code` stands in the source.
    func code(_ code: String) -> Location {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.firstIndex { !$0.isEmpty } ?? 0
        let line = position.startLine + 1 + first
        let indentation = lines.isEmpty ? 0 : source.line(line).utf8.count - lines[first].utf8.count
        return Location(line: position.startLine + 1, column: max(0, indentation) + 1)
    }

    /// A problem where the block is fenced and its fence is not closed, so that it swallows the rest of the chapter.
    var unclosed: Problem? {
        let opening = fence(source.line(position.startLine).utf8.dropFirst(position.startColumn - 1))
        guard let opening else { return nil }
        let last = source.line(position.endLine).utf8.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
        if position.endLine > position.startLine, let closing = fence(last), closing.character == opening.character,
            closing.length >= opening.length
        {
            return nil
        }
        let fence = String(repeating: Character(UnicodeScalar(opening.character)), count: opening.length)
        return source.problem(
            "this fence is not closed", at: self.opening, fix: "end the cell with a line '\(fence)'")
    }

    /// The run of backticks or tildes that `line` begins with, if it makes a fence.
    private func fence(_ line: some Sequence<UInt8>) -> (character: UInt8, length: Int)? {
        var run: (character: UInt8, length: Int)?
        for byte in line {
            guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { break }
            guard run == nil || run!.character == byte else { break }
            run = (byte, (run?.length ?? 0) + 1)
        }
        return run.flatMap { $0.length >= 3 ? $0 : nil }
    }
}
