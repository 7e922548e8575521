import Literate

/// What the compiler said of a unit, as problems of its chapter.
struct CompilerDiagnostics {
    private(set) var errors: [Problem] = []
    private(set) var warnings: [Problem] = []

    /// Reads the compiler's text.
    ///
    ///     chapters/dropout.md:12:5: error: cannot find 'gap' in scope
    init(_ text: String, of unit: Chapter.Unit, in chapter: Chapter) {
        let path = chapter.source.path
        for match in text.matches(of: #/(?m)^(.+?):(\d+):(\d+): (error|warning): (.*?)(?: \[#[\w-]+\])?$/#) {
            let (_, file, line, column, severity, message) = match.output
            // What it says of the code around the author's is said of the author's too, and that is enough.
            guard file == path, let line = Int(line), let column = Int(column) else { continue }
            if Self.ownMaking.contains(where: message.hasPrefix) { continue }
            let problem = Problem(
                file: path, location: chapter.location(line: line, column: column),
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
}
