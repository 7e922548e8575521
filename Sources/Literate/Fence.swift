import CommonMark

/// The fence around a code block, read off the source: libcmark tells neither how it was indented nor whether it was
/// closed.
struct Fence {
    let source: SourceText
    let position: Position

    /// What a fence's info string makes of it.
    enum Role: Equatable {
        case cell(Cell.Expectation)
        case shown
        /// A word that can't stand behind `swift`, or a misspelt `swift`.
        case unknown(String, known: [String])
        /// Words behind `swift` of which only one can be meant.
        case contradictory([String])

        init(info: String) {
            let words = info.split(whereSeparator: \.isWhitespace)
            guard let language = words.first, language == "swift" || language == "{swift}" else {
                self = words.first.flatMap(Self.misspelt) ?? .shown
                return
            }
            let behind = words.dropFirst().map(String.init)
            let expectations = behind.compactMap(Cell.Expectation.init)
            if let unknown = behind.first(where: { Cell.Expectation(rawValue: $0) == nil }) {
                self = .unknown(unknown, known: Cell.Expectation.words)
            } else if expectations.count > 1 {
                self = .contradictory(behind)
            } else {
                self = .cell(expectations.first ?? .run)
            }
        }

        /// A word that was probably meant to be `swift`: "{swift," or "Swift".
        private static func misspelt(_ language: Substring) -> Role? {
            let isCell = Nearest.nearest(to: language.lowercased().trimming("{,}"), among: ["swift"]) != nil
            return isCell && language != "swift" ? .unknown(String(language), known: ["swift"]) : nil
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
    func unclosed(_ code: String) -> Problem? {
        let first = source.line(position.startLine).utf8.dropFirst(position.startColumn - 1)
        // An indented block, which has no fence, begins with its first line of code.
        if let line = code.split(separator: "\n").first, first.elementsEqual(line.utf8) { return nil }
        guard let opening = Self.run(first) else { return nil }
        let last = source.line(position.endLine).utf8.drop { Self.blanks.contains($0) || $0 == UInt8(ascii: ">") }
        if position.endLine > position.startLine, let closing = Self.run(last), closing.byte == opening.byte,
            closing.length >= opening.length, last.dropFirst(closing.length).allSatisfy(Self.blanks.contains)
        {
            return nil
        }
        let fence = String(repeating: Character(UnicodeScalar(opening.byte)), count: opening.length)
        return source.problem("this fence is not closed", at: self.opening, fix: "end the cell with a line '\(fence)'")
    }

    private static let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t")]

    /// The run of backticks or tildes that `line` begins with, if it makes a fence.
    private static func run(_ line: some Collection<UInt8>) -> (byte: UInt8, length: Int)? {
        guard let byte = line.first, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
        let length = line.prefix { $0 == byte }.count
        return length >= 3 ? (byte, length) : nil
    }
}
