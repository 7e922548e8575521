import Literate

/// What the compiler said of a unit, as problems of its chapter.
struct CompilerDiagnostics {
    private(set) var errors: [Problem] = []
    private(set) var warnings: [Problem] = []

    /// - Parameter text: what the compiler printed, for the case that nothing of it could be read.
    init(_ diagnostics: [Diagnostic], text: String, of unit: Chapter.Unit, in chapter: Chapter) {
        var elsewhere: [Problem] = []
        var notes: [Diagnostic] = []
        // Notes follow what they explain.
        for diagnostic in diagnostics.reversed() {
            guard diagnostic.severity != .note else {
                notes.insert(diagnostic, at: 0)
                continue
            }
            let hints =
                Self.advice.first { diagnostic.message.hasPrefix($0.beginning) }.map { [$0.fix] }
                ?? ([diagnostic] + notes).compactMap { Self.hint(of: $0, in: chapter) }
                + [Self.whereabouts(diagnostic, in: chapter)].compactMap(\.self)
            notes = []
            if Self.ownMaking.contains(where: diagnostic.message.hasPrefix) { continue }
            let place = chapter.location(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column)
            let isError = diagnostic.severity == .error
            let problem = Problem(
                file: chapter.source.path, location: place ?? chapter.end(of: unit),
                severity: isError ? .error : .warning, message: diagnostic.message,
                fix: hints.isEmpty ? nil : hints.joined(separator: "\n"))
            switch (place != nil, isError) {
            case (true, true): errors.insert(problem, at: 0)
            case (true, false): warnings.insert(problem, at: 0)
            case (false, true): elsewhere.insert(problem, at: 0)
            case (false, false): break
            }
        }
        errors = Self.withoutRepetition(errors)
        warnings = Self.withoutRepetition(warnings)
        // What it says of the code around the author's is said of the author's too, and that is enough; unless it came
        // to the end of the file without finding what the author forgot.
        if errors.isEmpty { errors = Self.withoutRepetition(elsewhere) }
        if errors.isEmpty && text.contains("error:") {
            errors = [
                Problem(file: chapter.source.path, location: unit.location, message: "does not compile:\n\(text)")
            ]
        }
    }
}

extension CompilerDiagnostics {
    /// How the warnings begin that the way of compiling causes: they tell an author nothing.
    private static let ownMaking = [
        // Of the call that shows a cell's last value, where that expression never returns.
        "will never be executed",
        // Each cell is a module, so that types of earlier cells look like somebody else's.
        "extension declares a conformance of imported type",
    ]

    /// How to do in a cell what the compiler refuses there because a cell is top-level code. Its own advice is for programs.
    private static let advice = [
        (
            beginning: "property wrappers are not yet supported in top-level code",
            fix: "let a type hold the variable: 'struct Values { @Wrapper var value = 1 }' and 'var values = Values()'"
        ),
        (
            beginning: "'main' attribute cannot be used in a module that contains top-level code",
            fix: "a cell runs from its top to its end: leave '@main' out, and call 'main()' of the type at its end"
        ),
    ]

    /// What helps to mend an error: a note's words, and what the compiler would write.
    private static func hint(of diagnostic: Diagnostic, in chapter: Chapter) -> String? {
        let isNote = diagnostic.severity == .note
        // A note about Swift's own modules leads nowhere that an author can go.
        guard let place = chapter.location(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column)
        else { return nil }
        let suggestion = diagnostic.fixIt.map { "write '\($0)'" }
        guard isNote else { return suggestion }
        return "line \(place.line): " + [diagnostic.message, suggestion].compactMap(\.self).joined(separator: ": ")
    }

    /// Where a name is that the compiler does not find, if an earlier cell keeps it for itself.
    private static func whereabouts(_ diagnostic: Diagnostic, in chapter: Chapter) -> String? {
        guard let match = diagnostic.message.wholeMatch(of: #/cannot find '(.+)' in scope/#),
            let place = chapter.location(file: diagnostic.file, line: diagnostic.line, column: diagnostic.column)
        else { return nil }
        return chapter.whereabouts(of: String(match.1), before: place.line)
    }

    /// `problems` without what was said of the same line before: a claim is compiled as written and with its operands
    /// noted.
    private static func withoutRepetition(_ problems: [Problem]) -> [Problem] {
        var kept: [Problem] = []
        for problem in problems
        where !kept.contains(where: { $0.location?.line == problem.location?.line && $0.message == problem.message }) {
            kept.append(problem)
        }
        return kept
    }
}
