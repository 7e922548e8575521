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
        var elsewhere: [Problem] = []
        for match in text.matches(of: #/(?m)^(.+?):(\d+):(\d+): (error|warning): (.*?)(?: \[#[\w-]+\])?$/#) {
            let (_, file, line, column, severity, message) = match.output
            guard let line = Int(line), let column = Int(column) else { continue }
            if Self.ownMaking.contains(where: message.hasPrefix) { continue }
            let isError = severity == "error"
            let isAuthors = file == path
            let problem = Problem(
                file: path,
                location: isAuthors ? chapter.location(line: line, column: column, in: unit) : chapter.end(of: unit),
                severity: isError ? .error : .warning, message: String(message))
            switch (isAuthors, isError) {
            case (true, true): Self.add(problem, to: &errors)
            case (true, false): Self.add(problem, to: &warnings)
            case (false, true): elsewhere.append(problem)
            case (false, false): break
            }
        }
        // What it says of the code around the author's is said of the author's too, and that is enough; unless it came
        // to the end of the file without finding what the author forgot.
        if errors.isEmpty { errors = elsewhere }
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

    /// Adds `problem`, unless the same was said of its line before: a claim is compiled as written and with its operands
    /// noted.
    private static func add(_ problem: Problem, to problems: inout [Problem]) {
        let isKnown = problems.contains {
            $0.location?.line == problem.location?.line && $0.message == problem.message
        }
        if !isKnown { problems.append(problem) }
    }
}
