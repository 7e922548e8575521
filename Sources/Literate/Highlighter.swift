import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Colors Swift code, with the compiler's own parser.
enum Highlighter {
    /// `code` as HTML, its words in spans of the classes `hl-keyword`, `hl-string` and so on.
    static func html(_ code: String) -> String {
        let utf8 = Array(code.utf8)
        var html = ""
        var end = 0
        for token in Parser.parse(source: code).classifications {
            let range = token.range.lowerBound.utf8Offset..<min(token.range.upperBound.utf8Offset, utf8.count)
            guard range.lowerBound >= end, range.upperBound > range.lowerBound else { continue }
            html += HTML.escape(String(decoding: utf8[end..<range.lowerBound], as: UTF8.self))
            let text = HTML.escape(String(decoding: utf8[range], as: UTF8.self))
            html += name(token.kind).map { "<span class=\"hl-\($0)\">\(text)</span>" } ?? text
            end = range.upperBound
        }
        return html + HTML.escape(String(decoding: utf8[end...], as: UTF8.self))
    }

    private static func name(_ kind: SyntaxClassification) -> String? {
        switch kind {
        case .keyword, .ifConfigDirective: "keyword"
        case .stringLiteral, .regexLiteral: "string"
        case .integerLiteral, .floatLiteral: "number"
        case .lineComment, .blockComment, .docLineComment, .docBlockComment: "comment"
        case .type: "type"
        case .attribute, .dollarIdentifier, .editorPlaceholder: "attribute"
        case .operator: "operator"
        case .identifier, .argumentLabel, .none: nil
        @unknown default: nil
        }
    }
}
