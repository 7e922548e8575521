import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// The lines of a cell that are compiled and not shown.
///
///     let seed = 7  // hide
///     // snippet.hide
///     func helper() {}
///     // snippet.show
///
/// The comments are the markers of Swift's own snippets, and the `hide` of other notebooks.
struct HiddenLines {
    private let numbers: Set<Int>

    init(_ code: String) {
        var numbers: Set<Int> = []
        var start: Int?
        for marker in Self.markers(in: code) {
            numbers.insert(marker.line)
            switch marker.word {
            case "snippet.hide": start = start ?? marker.line
            case "snippet.show":
                if let first = start { numbers.formUnion(first...marker.line) }
                start = nil
            default: break
            }
        }
        if let start { numbers.formUnion(start..<code.utf8.count { $0 == UInt8(ascii: "\n") } + 1) }
        self.numbers = numbers
    }

    /// Whether the line with this number, counted from 0, is hidden.
    func contains(_ number: Int) -> Bool {
        numbers.contains(number)
    }
}

extension HiddenLines {
    private static let words = ["hide", "snippet.hide", "snippet.show"]

    /// A comment that marks lines: its word, its line counted from 0, and its first byte.
    typealias Marker = (word: String, line: Int, offset: Int)

    private static func markers(in code: String) -> [Marker] {
        comments(in: code).filter { words.contains($0.word) }
    }

    /// The line comments of `code`, without their slashes. What a string holds is no comment.
    static func comments(in code: String) -> [Marker] {
        guard code.contains("//") else { return [] }
        let bytes = Array(code.utf8)
        var line = 0
        var end = 0
        var comments: [Marker] = []
        for token in Parser.parse(source: code).classifications where token.kind == .lineComment {
            let range = token.range.lowerBound.utf8Offset..<min(token.range.upperBound.utf8Offset, bytes.count)
            line += bytes[end..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            end = range.lowerBound
            let text = String(decoding: bytes[range], as: UTF8.self)
            comments.append((text.dropFirst(2).trimming(" \t\n"), line, range.lowerBound))
        }
        return comments
    }

    /// The markers in `cell` that are none: `// snippet.hid`.
    static func problems(in cell: Cell, of source: SourceText) -> [Problem] {
        let unknown = comments(in: cell.code).filter {
            $0.word.hasPrefix("snippet.") && $0.word.wholeMatch(of: #/snippet\.\w*/#) != nil
                && !words.contains($0.word)
        }
        guard !unknown.isEmpty else { return [] }
        let syntax = CellSyntax(cell.code)
        return unknown.map {
            source.problem(
                "unknown marker '\($0.word)'"
                    + Nearest.suggestion(for: $0.word, among: words.filter { $0.hasPrefix("snippet") }),
                at: cell.location(of: $0.offset, in: syntax))
        }
    }
}
