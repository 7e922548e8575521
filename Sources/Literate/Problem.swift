/// Something wrong with a course, told where it stands and what to do about it.
///
/// A problem holds facts; `description` is the one place that turns them into the line that everybody prints:
///
///     chapters/dropout.md:12:5: error: unknown option 'fig-captoin': did you mean 'fig-cap'?
public struct Problem: Error, Equatable, Sendable {
    public enum Severity: String, Codable, Sendable {
        case error
        case warning
    }

    /// The file, as a path from the course's folder.
    public var file: String
    /// Where in the file; nil where the whole file is meant, or it is missing.
    public var location: Location?
    public var severity: Severity
    /// What is wrong, and what was expected.
    public var message: String
    /// A likely way to mend it, or what helps to find one.
    public var fix: String?
    /// The line that is meant, and below it a mark at the column.
    public var excerpt: String?

    public init(
        file: String, location: Location? = nil, severity: Severity = .error, message: String, fix: String? = nil
    ) {
        self.file = file
        self.location = location
        self.severity = severity
        self.message = message
        self.fix = fix
    }
}

extension Problem: CustomStringConvertible {
    public var description: String {
        var place = file
        if let location { place += ":\(location.line):\(location.column)" }
        let lines = [message, excerpt, fix].compactMap(\.self).flatMap { $0.split(separator: "\n") }
        return "\(place): \(severity.rawValue): " + lines.map(Self.harmless).joined(separator: "\n    ")
    }

    /// `line` with the signs for control characters in their place, such as ␛: what a cell prints or throws must not steer
    /// the terminal that shows it.
    private static func harmless(_ line: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                line.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x09: scalar
                    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
                    case 0x7F: "\u{2421}"
                    case 0x80..<0xA0: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    /// What is wrong and how to mend it, without the place.
    public var text: String {
        fix.map { "\(message)\n    \($0)" } ?? message
    }

    /// The same problem with the line of `source` that it is about, if it is about one.
    public func showing(_ source: SourceText) -> Problem {
        guard let location, file == source.path else { return self }
        let line = source.line(location.line)
        guard !line.isEmpty else { return self }
        // Tabs stay tabs, so that the mark stands below its letter.
        let indentation = String(decoding: line.utf8.prefix(location.column - 1), as: UTF8.self)
            .map { $0 == "\t" ? "\t" : " " }.joined()
        var shown = self
        shown.excerpt = "\(line)\n\(indentation)^"
        return shown
    }
}

extension [Problem] {
    /// The problems of one file from its top to its end, as an author goes through it.
    var inOrderOfPlace: [Problem] {
        let places = map { ($0.location?.line ?? 0, $0.location?.column ?? 0) }
        return indices.sorted { (places[$0].0, places[$0].1, $0) < (places[$1].0, places[$1].1, $1) }.map { self[$0] }
    }
}

/// Every problem that one step found.
public struct Problems: Error, CustomStringConvertible, Sendable {
    public var all: [Problem]

    public init(_ all: [Problem]) {
        self.all = all
    }

    public var description: String {
        all.map(\.description).joined(separator: "\n")
    }
}

/// A line and a column of a file, both counted from 1; columns count UTF-8 bytes, as Swift's compiler does.
public struct Location: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
