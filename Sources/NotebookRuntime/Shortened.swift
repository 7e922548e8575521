/// The first `length` characters of `text`, and `mark` where that is not all of it.
package func shortened(_ text: String, to length: Int, mark: String = "…") -> String {
    let end = text.index(text.startIndex, offsetBy: length, limitedBy: text.endIndex)
    return end.map { $0 == text.endIndex ? text : text[..<$0] + mark } ?? text
}
