/// One line of a table, which quoted line ends may spread over several.
struct CSVRecord: Sendable {
    /// The line on which it begins, counted from 1.
    let line: Int
    var fields: [String]
}

/// Cuts comma-separated text into records.
struct CSVReader {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var position = 0
    private var line = 1

    init(_ bytes: [UInt8], separator: Unicode.Scalar) throws(CSVFault) {
        guard separator.isASCII, !["\"", "\n", "\r"].contains(separator) else {
            throw .badSeparator(String(separator))
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        self.bytes = bytes
        self.separator = UInt8(ascii: separator)
        // A byte order mark, as spreadsheets write it.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// The columns' names, each of which may stand there once.
    mutating func header() throws(CSVFault) -> CSVRecord {
        guard let header = try next() else { throw .empty }
        var known: Set<String> = []
        for column in header.fields where !known.insert(column).inserted {
            throw .duplicateColumn(column)
        }
        return header
    }

    /// All records that are left, each of `width` fields.
    mutating func records(width: Int) throws(CSVFault) -> [CSVRecord] {
        var records: [CSVRecord] = []
        while let record = try next() {
            guard record.fields.count == width else {
                throw .wrongFieldCount(line: record.line, found: record.fields.count, expected: width)
            }
            records.append(record)
        }
        guard !records.isEmpty else { throw .empty }
        return records
    }
}

extension CSVReader {
    private static let quote = UInt8(ascii: "\"")

    private mutating func next() throws(CSVFault) -> CSVRecord? {
        while skipLineEnd() {}
        guard position < bytes.count else { return nil }
        var record = CSVRecord(line: line, fields: [try field()])
        while position < bytes.count, bytes[position] == separator {
            position += 1
            record.fields.append(try field())
        }
        guard skipLineEnd() || position == bytes.count else { throw .strayQuote(line: line) }
        return record
    }

    /// The field at the position, which ends up on what follows it.
    private mutating func field() throws(CSVFault) -> String {
        guard position < bytes.count, bytes[position] == Self.quote else { return try bareField() }
        return try quotedField()
    }

    private mutating func bareField() throws(CSVFault) -> String {
        let rest = bytes[position...]
        let end = rest.firstIndex { $0 == separator || $0 == UInt8(ascii: "\n") } ?? bytes.endIndex
        guard !bytes[position..<end].contains(Self.quote) else { throw .strayQuote(line: line) }
        var field = bytes[position..<end]
        if end == bytes.endIndex || bytes[end] != separator, field.last == UInt8(ascii: "\r") { field.removeLast() }
        position = field.endIndex
        return String(decoding: field, as: UTF8.self)
    }

    /// `"a ""b"" c"` is `a "b" c`.
    private mutating func quotedField() throws(CSVFault) -> String {
        let start = line
        var field: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Self.quote {
                guard position < bytes.count, bytes[position] == Self.quote else {
                    return String(decoding: field, as: UTF8.self)
                }
                position += 1
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            field.append(byte)
        }
        throw .unclosedQuote(line: start)
    }

    private mutating func skipLineEnd() -> Bool {
        let rest = bytes[position...]
        let length = rest.starts(with: [0x0D, 0x0A]) ? 2 : rest.first == 0x0A ? 1 : 0
        position += length
        line += length > 0 ? 1 : 0
        return length > 0
    }
}
