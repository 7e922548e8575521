import Literate
import NotebookEvents

/// What a unit's run gave, as it is kept: nothing in it depends on where the unit stands or how it is shown, and nothing
/// on when it ran.
struct StoredResult: Codable, Equatable, Sendable {
    /// What the unit reported that belongs on its page.
    var events: [Event]
    var printed: PrintedText
    /// What the compiler remarked.
    var diagnostics: [Diagnostic]
    /// What went wrong as expected.
    var expectedFailures: [StoredProblem] = []
}

extension StoredResult {
    /// What is known of a unit that is compiled and was not run.
    init(_ compiled: CompiledUnit) {
        self.init(events: [], printed: PrintedText(), diagnostics: compiled.diagnostics)
    }
}

/// A problem at a place of its unit, wherever that stands.
struct StoredProblem: Codable, Equatable, Sendable {
    /// How many lines below the unit's first.
    var line: Int
    var column: Int
    var message: String
    var fix: String?

    init(_ problem: Problem, in unit: Chapter.Unit) {
        line = (problem.location ?? unit.location).line - unit.location.line
        column = (problem.location ?? unit.location).column
        message = problem.message
        fix = problem.fix
    }

    func problem(in unit: Chapter.Unit, of chapter: Chapter) -> Problem {
        Problem(
            file: chapter.source.path, location: Location(line: unit.location.line + line, column: column),
            message: message, fix: fix)
    }
}

/// A kept result without its contents: enough to know that there is nothing to do.
struct ResultHeader: Codable, Equatable, Sendable {
    var inputs: Inputs
    /// How long the unit ran, in seconds.
    var seconds: Double
    /// What tells one result from another.
    var digest: String
}
