import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// A comment of Swift code that ends with its line.
struct LineComment {
    /// What it says, without slashes and the blanks around.
    let text: String
    /// Its line, counted from 0.
    let line: Int
    /// Its first byte.
    let offset: Int

    /// Those of `code`. What a string holds is no comment.
    static func all(in code: String) -> [LineComment] {
        guard code.contains("//") else { return [] }
        let bytes = Array(code.utf8)
        var line = 0
        var end = 0
        var comments: [LineComment] = []
        for token in Parser.parse(source: code).classifications where token.kind == .lineComment {
            let range = token.range.lowerBound.utf8Offset..<min(token.range.upperBound.utf8Offset, bytes.count)
            line += bytes[end..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            end = range.lowerBound
            let text = String(decoding: bytes[range], as: UTF8.self).dropFirst(2).trimming(" \t\n")
            comments.append(LineComment(text: text, line: line, offset: range.lowerBound))
        }
        return comments
    }
}
