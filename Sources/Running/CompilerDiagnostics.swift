import Literate

/// What the Swift compiler said of a unit, as problems of the chapter.
struct CompilerDiagnostics {
    private(set) var errors: [Problem] = []
    private(set) var warnings: [Problem] = []

    /// Reads the compiler's text.
    ///
    ///     chapters/dropout.md:12:5: error: cannot find 'gap' in scope
    init(_ text: String, path: String, unit: Chapter.Unit) {
        for match in text.matches(of: #/(?m)^(.+?):(\d+):(\d+): (error|warning): (.*?)(?: \[#[\w-]+\])?$/#) {
            let (_, file, line, column, severity, message) = match.output
            // What it says of the code around the author's is said of the author's too, and that is enough.
            guard file == path, let line = Int(line), let column = Int(column) else { continue }
            if Self.ownMaking.contains(where: message.hasPrefix) { continue }
            let problem = Problem(
                file: path, location: Self.location(line: line, column: column, in: unit),
                severity: severity == "error" ? .error : .warning, message: String(message))
            if severity == "error" { Self.add(problem, to: &errors) } else { Self.add(problem, to: &warnings) }
        }
        if errors.isEmpty && text.contains("error:") {
            errors = [Problem(file: path, location: unit.location, message: "does not compile:\n\(text)")]
        }
    }

    /// How the warnings begin that the way of compiling causes: they tell an author nothing.
    private static let ownMaking = [
        // Of the call that shows a cell's last value, where that expression never returns.
        "will never be executed",
        // Each cell is a module, so that types of earlier cells look like somebody else's.
        "extension declares a conformance of imported type",
    ]

    /// Adds `problem`, unless the same was said of its line before: a claim is compiled as written and taken apart.
    private static func add(_ problem: Problem, to problems: inout [Problem]) {
        let isKnown = problems.contains {
            $0.location?.line == problem.location?.line && $0.message == problem.message
        }
        if !isKnown { problems.append(problem) }
    }

    /// The place in the chapter of a place in the unit. A cell inside a list is compiled without its indentation; and
    /// what ends too early is found wanting behind its end, where the chapter says something else.
    private static func location(line: Int, column: Int, in unit: Chapter.Unit) -> Location {
        switch unit {
        case .cell(let cell):
            let lines = cell.code.split(separator: "\n", omittingEmptySubsequences: false)
            let last = lines.lastIndex { !$0.isEmpty } ?? 0
            guard line > cell.location.line + last else {
                return Location(line: line, column: column + cell.location.column - 1)
            }
            let width = lines.isEmpty ? 0 : lines[last].utf8.count
            return Location(line: cell.location.line + last, column: cell.location.column + width)
        case .prose(let expressions):
            if expressions.contains(where: { $0.location.line == line }) { return Location(line: line, column: column) }
            let before = expressions.last { $0.location.line < line } ?? expressions[0]
            let end = before.location.column + before.source.utf8.count
            return Location(line: before.location.line, column: end)
        }
    }
}
