import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Colors Swift code, with the compiler's own parser.
enum Highlighter {
    /// The lines of `code` as HTML, their words in spans of the classes `hl-keyword`, `hl-string` and so on.
    static func lines(_ code: String) -> [String] {
        let utf8 = Array(code.utf8)
        var lines = [""]
        var end = 0
        for token in Parser.parse(source: code).classifications {
            let range = token.range.lowerBound.utf8Offset..<min(token.range.upperBound.utf8Offset, utf8.count)
            guard range.lowerBound >= end, range.upperBound > range.lowerBound else { continue }
            add(utf8[end..<range.lowerBound], nil, to: &lines)
            add(utf8[range], name(token.kind), to: &lines)
            end = range.upperBound
        }
        add(utf8[end...], nil, to: &lines)
        return lines
    }

    /// Adds a piece of code. A piece of several lines, such as a long string, has a span on each.
    private static func add(_ piece: ArraySlice<UInt8>, _ name: String?, to lines: inout [String]) {
        for (number, line) in piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            if number > 0 { lines.append("") }
            guard !line.isEmpty else { continue }
            let text = HTML.escape(String(decoding: line, as: UTF8.self))
            lines[lines.count - 1] += name.map { "<span class=\"hl-\($0)\">\(text)</span>" } ?? text
        }
    }

    private static func name(_ kind: SyntaxClassification) -> String? {
        switch kind {
        case .keyword, .ifConfigDirective: "keyword"
        case .stringLiteral, .regexLiteral: "string"
        case .integerLiteral, .floatLiteral: "number"
        case .lineComment, .blockComment, .docLineComment, .docBlockComment: "comment"
        case .type: "type"
        case .attribute, .dollarIdentifier, .editorPlaceholder: "attribute"
        case .operator, .identifier, .argumentLabel, .none: nil
        @unknown default: nil
        }
    }
}
