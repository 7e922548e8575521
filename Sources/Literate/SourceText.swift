/// The text of one file, with its lines.
public struct SourceText: Equatable, Sendable {
    /// The path from the course's folder, as problems show it.
    public let path: String
    /// The text, with every line end as `\n` and no byte order mark.
    public let text: String
    /// The lines, without their ends.
    public let lines: [Substring]

    public init(path: String, text: String) {
        self.path = path
        let hasOtherEnds = text.utf8.contains(UInt8(ascii: "\r"))
        self.text = hasOtherEnds ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
        self.lines = self.text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Reads `bytes` as UTF-8.
    /// - Throws: a `Problem` at the first byte that is not.
    public init(path: String, bytes: [UInt8]) throws(Problem) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: path, bytes: bytes) }
        self.init(path: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    }

    /// The line with this number, counted from 1; empty beyond the end.
    func line(_ number: Int) -> Substring {
        lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    /// A problem in this file.
    func problem(_ message: String, at location: Location?, fix: String? = nil) -> Problem {
        Problem(file: path, location: location, message: message, fix: fix)
    }
}

extension Problem {
    fileprivate static func notUTF8(path: String, bytes: [UInt8]) -> Problem {
        let valid = validPrefixLength(of: bytes)
        let line = bytes[..<valid].count { $0 == UInt8(ascii: "\n") } + 1
        let lineStart = bytes[..<valid].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let byte = String(bytes[valid], radix: 16, uppercase: true)
        return Problem(
            file: path, location: Location(line: line, column: valid - lineStart + 1),
            message: "the byte 0x\(byte) is not UTF-8", fix: "save the file as UTF-8 text")
    }

    /// How many bytes at the start of `bytes`, which are not all UTF-8, are.
    private static func validPrefixLength(of bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var length = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            length += UTF8.width(scalar)
        }
        return min(length, bytes.count - 1)
    }
}
