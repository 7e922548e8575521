import Literate

/// What the Swift compiler said of a unit, as problems of the chapter.
struct CompilerDiagnostics {
    private(set) var errors: [Problem] = []
    private(set) var warnings: [Problem] = []

    /// Reads the compiler's text.
    ///
    ///     chapters/dropout.md:12:5: error: cannot find 'gap' in scope
    init(_ text: String, path: String, unit: Chapter.Unit) {
        for match in text.matches(of: #/(?m)^(.+?):(\d+):(\d+): (error|warning): (.*)$/#) {
            let (_, file, line, column, severity, message) = match.output
            // What it says of the code around the author's is said of the author's too, and that is enough.
            guard file == path, let line = Int(line), let column = Int(column) else { continue }
            // Said of the call that shows a cell's last value where that expression never returns.
            if message == "will never be executed" { continue }
            let problem = Problem(
                file: path, location: Self.location(line: line, column: column, in: unit),
                severity: severity == "error" ? .error : .warning, message: String(message))
            if severity == "error" { Self.add(problem, to: &errors) } else { Self.add(problem, to: &warnings) }
        }
        if errors.isEmpty && text.contains("error:") {
            errors = [Problem(file: path, location: unit.location, message: "does not compile:\n\(text)")]
        }
    }

    /// Adds `problem`, unless the same was said of its line before: a claim is compiled as written and taken apart.
    private static func add(_ problem: Problem, to problems: inout [Problem]) {
        let isKnown = problems.contains {
            $0.location?.line == problem.location?.line && $0.message == problem.message
        }
        if !isKnown { problems.append(problem) }
    }

    /// A cell inside a list is compiled without its indentation.
    private static func location(line: Int, column: Int, in unit: Chapter.Unit) -> Location {
        guard case .cell(let cell) = unit else { return Location(line: line, column: column) }
        return Location(line: line, column: column + cell.location.column - 1)
    }
}
