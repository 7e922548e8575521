/// Where in a file the lines and columns of a piece of YAML stand that the file holds.
///
/// Lines and columns of YAML are counted from 1, and columns count Unicode scalars.
struct YAMLPlaces {
    /// The YAML's lines.
    private let lines: [Substring]
    /// Where the first line begins in the file; the others begin in the same column.
    private let offset: Location

    init(_ yaml: String, at offset: Location) {
        lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
        self.offset = offset
    }

    /// The place of a line and a column.
    func location(line number: Int, column: Int) -> Location {
        let before = line(number).unicodeScalars.prefix(max(0, column - 1))
        let bytes = before.reduce(0) { $0 + UTF8.width($1) }
        return Location(line: offset.line + number - 1, column: offset.column + bytes)
    }

    /// The place where `key`, which stands at a line and a column, is set again in the same mapping.
    func repetition(of key: String, line first: Int, column: Int) -> Location? {
        for number in first..<(lines.count + 1) {
            let isFirst = number == first
            let start = isFirst ? column - 1 + key.unicodeScalars.count : 0
            let rest = String(line(number).unicodeScalars.dropFirst(start))
            if let column = Self.column(of: key, in: rest, isWholeLine: !isFirst) {
                return location(line: number, column: start + column)
            }
        }
        return nil
    }

    private func line(_ number: Int) -> Substring {
        lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    /// The column of `key` where `text` sets it: as the first word of a line, or behind '{' or ','.
    private static func column(of key: String, in text: String, isWholeLine: Bool) -> Int? {
        for range in text.ranges(of: key) {
            let before = text[..<range.lowerBound].trimming(" \"'")
            let after = text[range.upperBound...].trimming(" \"'")
            let isKey = before.last.map { "{,".contains($0) } ?? isWholeLine
            if isKey && after.hasPrefix(":") { return text[..<range.lowerBound].unicodeScalars.count + 1 }
        }
        return nil
    }
}
