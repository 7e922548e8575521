public import NeuralNetworks

/// What can be wrong with a table, and on which line of its file, counted from 1.
public enum CSVFault: Error, Sendable, Equatable {
    /// The text is not UTF-8.
    case notUTF8

    /// There is no header, or no row below it.
    case empty

    /// Fields cannot be told apart by this.
    case badSeparator(String)

    /// Two columns have this name.
    case duplicateColumn(String)

    /// A quoted field that begins on this line does not end.
    case unclosedQuote(line: Int)

    /// A double quote within a field that does not begin with one, or text behind the closing one.
    case strayQuote(line: Int)

    /// A row has more or fewer fields than the header.
    case wrongFieldCount(line: Int, found: Int, expected: Int)

    /// A field that is to be a number is not a finite one.
    case notANumber(line: Int, column: String, text: String)

    /// There is no such column.
    case unknownColumn(String, known: [String])

    /// The columns do not make a data set.
    case invalid(DatasetError)

    /// The line that is meant, where it is one.
    public var line: Int? {
        switch self {
        case .unclosedQuote(let line), .strayQuote(let line), .wrongFieldCount(let line, _, _),
            .notANumber(let line, _, _):
            line
        case .duplicateColumn: 1
        default: nil
        }
    }
}

extension CSVFault: CustomStringConvertible {
    /// What is wrong and the likely fix, to stand behind the file's name, the line and a colon.
    public var description: String {
        switch self {
        case .notUTF8: "the text is not UTF-8: save it in that encoding"
        case .empty: "a table needs a line of column names and at least one row"
        case .badSeparator(let separator):
            "\(separator.debugDescription) cannot separate fields: take one ASCII character that is neither a quote nor a line end"
        case .duplicateColumn(let column): "two columns are called '\(column)': rename one"
        case .unclosedQuote: "a quoted field begins here and never ends: a \" is missing"
        case .strayQuote: "a \" stands within a field: put the whole field in quotes, and double the ones in it"
        case .wrongFieldCount(_, let found, let expected):
            "\(found) \(found == 1 ? "field" : "fields"), but the header names \(expected) columns: "
                + "is a separator missing, or one in a field not quoted?"
        case .notANumber(_, let column, let text):
            "'\(text)' in column '\(column)' is not a finite number: fill in or drop missing values first"
        case .unknownColumn(let column, let known):
            "no column is called '\(column)'"
                + (nearest(to: column, among: known).map { ": did you mean '\($0)'?" } ?? "")
                + " (columns: \(known.joined(separator: ", ")))"
        case .invalid(let reason): reason.description
        }
    }
}
