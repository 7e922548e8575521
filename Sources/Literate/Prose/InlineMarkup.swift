/// What stands between `<` and `>` in a line of text: an address, or raw HTML, as CommonMark defines them.
enum InlineMarkup {
    /// Where what begins with the `<` at `start` of `bytes` ends; nil where nothing does.
    static func end(from start: Int, in bytes: [UInt8]) -> Int? {
        // Long enough for every tag and address that people write; a limit keeps a text of many `<` from taking long.
        let piece = bytes[start..<min(bytes.count, start + 4096)]
        let text = String(decoding: piece, as: UTF8.self)
        for (opening, closing) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">")]
        where text.hasPrefix(opening) {
            return text.dropFirst(opening.count).firstRange(of: closing).map {
                start + text.utf8.distance(from: text.startIndex, to: $0.upperBound)
            }
        }
        return (text.prefixMatch(of: address) ?? text.prefixMatch(of: tag)).map { start + $0.0.utf8.count }
    }

    private nonisolated(unsafe) static let address =
        #/<(?:[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/#
    private nonisolated(unsafe) static let tag =
        #/<(?:/[A-Za-z][A-Za-z0-9\-]*\s*|[A-Za-z][A-Za-z0-9\-]*(?:\s+[A-Za-z_:][\w.:\-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*/?)>/#
}
