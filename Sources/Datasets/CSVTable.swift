public import NeuralNetworks

/// A table of comma-separated text with a header line, as RFC 4180 describes it.
///
///     price,rooms,town
///     250,3,"Rye, NY"
///
///     let table = try CSVTable(contentsOf: "houses.csv")
///     let rooms = try table.numbers(in: "rooms")                                  // [3]
///     let data = try table.dataset(features: ["rooms"], target: "price")
///
/// Fields in double quotes may hold separators, line ends and doubled quotes. Lines end in LF or CRLF; empty ones are
/// passed over.
public struct CSVTable: Sendable {
    /// The columns' names, from the header.
    public let columns: [String]

    /// What errors call the table: its file.
    private let name: String
    private let records: [CSVRecord]

    /// Reads a file of UTF-8 text.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - separator: what stands between two fields, one ASCII character.
    /// - Throws: ``DatasetLoadingError/unreadable(file:reason:)`` or ``DatasetLoadingError/malformedTable(file:fault:)``.
    public init(contentsOf path: String, separator: Unicode.Scalar = ",") throws(DatasetLoadingError) {
        try self.init(try FileSystem.read(path), name: path, separator: separator)
    }

    /// Reads text.
    ///
    /// - Parameters:
    ///   - text: the header and the rows.
    ///   - name: what errors call it.
    ///   - separator: what stands between two fields, one ASCII character.
    /// - Throws: ``DatasetLoadingError/malformedTable(file:fault:)``.
    public init(
        text: String, name: String = "table", separator: Unicode.Scalar = ","
    ) throws(DatasetLoadingError) {
        try self.init(Array(text.utf8), name: name, separator: separator)
    }

    /// The number of rows below the header.
    public var count: Int { records.count }

    /// A column as text, one value a row.
    ///
    /// - Throws: ``DatasetLoadingError/malformedTable(file:fault:)``, for an unknown column.
    public func strings(in column: String) throws(DatasetLoadingError) -> [String] {
        let index = try index(of: column)
        return records.map { $0.fields[index] }
    }

    /// A column as numbers, one value a row.
    ///
    /// - Throws: ``DatasetLoadingError/malformedTable(file:fault:)``, for an unknown column and for a field that is not a
    ///   finite number.
    public func numbers(in column: String) throws(DatasetLoadingError) -> [Double] {
        let index = try index(of: column)
        var numbers: [Double] = []
        numbers.reserveCapacity(count)
        for record in records {
            let text = record.fields[index]
            guard let number = Double(trimmed(text)), number.isFinite else {
                throw malformed(.notANumber(line: record.line, column: column, text: text))
            }
            numbers.append(number)
        }
        return numbers
    }

    /// Rows as examples of numbers with one target value, for regression.
    ///
    /// - Parameters:
    ///   - features: the columns that make an example's inputs, shape `[features.count]`, in this order.
    ///   - target: the column of target values.
    /// - Throws: ``DatasetLoadingError``, as ``numbers(in:)`` does.
    public func dataset(features: [String], target: String) throws(DatasetLoadingError) -> Dataset {
        let (inputs, targets) = (try rows(of: features), try numbers(in: target).map { Float($0) })
        do {
            return try Dataset(features: inputs, shape: [features.count], targets: targets)
        } catch {
            throw malformed(.invalid(error))
        }
    }

    /// Rows as examples of numbers with a class. The classes are the label column's different texts in order, and keep
    /// these names.
    ///
    /// - Parameters:
    ///   - features: the columns that make an example's inputs, shape `[features.count]`, in this order.
    ///   - label: the column of class names.
    /// - Throws: ``DatasetLoadingError``, as ``numbers(in:)`` does.
    public func dataset(features: [String], label: String) throws(DatasetLoadingError) -> Dataset {
        let (inputs, names) = (try rows(of: features), try strings(in: label))
        let classNames = Set(names).sorted()
        let number = Dictionary(uniqueKeysWithValues: classNames.enumerated().map { ($1, $0) })
        do {
            let numbered = try Dataset(
                features: inputs, shape: [features.count], labels: names.compactMap { number[$0] },
                classCount: classNames.count)
            return Dataset(
                shape: numbered.shape, targetShape: numbered.targetShape, classNames: classNames,
                inputs: numbered.inputs, targets: numbered.targets, rows: numbered.rows)
        } catch {
            throw malformed(.invalid(error))
        }
    }
}

extension CSVTable {
    private init(_ bytes: [UInt8], name: String, separator: Unicode.Scalar) throws(DatasetLoadingError) {
        do throws(CSVFault) {
            var reader = try CSVReader(bytes, separator: separator)
            let header = try reader.header()
            (columns, records) = (header.fields, try reader.records(width: header.fields.count))
        } catch {
            throw .malformedTable(file: name, fault: error)
        }
        self.name = name
    }

    private func index(of column: String) throws(DatasetLoadingError) -> Int {
        guard let index = columns.firstIndex(of: column) else {
            throw malformed(.unknownColumn(column, known: columns))
        }
        return index
    }

    /// `[count × features.count]`, row by row.
    private func rows(of features: [String]) throws(DatasetLoadingError) -> [Float] {
        var columns: [[Double]] = []
        for feature in features { columns.append(try numbers(in: feature)) }
        return records.indices.flatMap { row in columns.map { Float($0[row]) } }
    }

    private func malformed(_ fault: CSVFault) -> DatasetLoadingError {
        .malformedTable(file: name, fault: fault)
    }

    private func trimmed(_ text: String) -> Substring {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        let start = text.drop(while: isBlank)
        return start.dropLast(start.reversed().prefix(while: isBlank).count)
    }
}
