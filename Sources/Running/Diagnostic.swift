import Literate

/// Something that the compiler said of a piece of a chapter, at the piece's own line and column: it stays true when the
/// piece moves.
struct Diagnostic: Codable, Equatable, Sendable {
    enum Severity: String, Codable, Sendable {
        case error
        case warning
        case note
    }

    var file: String
    var line: Int
    var column: Int
    var severity: Severity
    var message: String
    /// What the compiler would write there, if it knows.
    var fixIt: String?
}

extension Diagnostic {
    /// Reads what the compiler printed.
    ///
    ///     Cell1.swift:4:9: note: did you mean to use 'try'?
    ///     let x = f()
    ///             ^
    ///             try
    static func read(_ text: String) -> [Diagnostic] {
        var all: [Diagnostic] = []
        var linesBelow = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            linesBelow += 1
            if let match = line.wholeMatch(of: form),
                let row = Int(match.2), let column = Int(match.3), let severity = Severity(rawValue: String(match.4))
            {
                all.append(
                    Diagnostic(
                        file: String(match.1), line: row, column: column, severity: severity,
                        message: String(match.5)))
                linesBelow = 0
            } else if linesBelow == 3, !all.isEmpty, !line.allSatisfy(\.isWhitespace) {
                // Below the header stand the line, the caret, and what to write there.
                all[all.count - 1].fixIt = String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
        }
        return all
    }

    private nonisolated(unsafe) static let form =
        #/(.+?):(\d+):(\d+): (error|warning|note): (.*?)(?: \[#[\w-]+\])?/#
}

extension [Diagnostic] {
    /// What is said of the author's code in `source`. What is said of the code around it is nothing to tell.
    func about(_ source: UnitSource) -> [Diagnostic] {
        var isMeant = false
        return filter { diagnostic in
            // Notes follow what they explain.
            if diagnostic.severity != .note { isMeant = source.has(file: diagnostic.file) }
            return isMeant && !diagnostic.file.contains("/")
        }
    }
}
