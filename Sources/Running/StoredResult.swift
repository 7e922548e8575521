import NotebookEvents

/// What a unit's run gave, as it is kept: nothing in it depends on where the unit stands or how it is shown, and nothing
/// on when it ran.
struct StoredResult: Codable, Equatable, Sendable {
    /// What the unit reported that belongs on its page.
    var events: [Event]
    var standardOutput: String
    var standardError: String
    /// What the compiler remarked.
    var diagnostics: [Diagnostic]
}

/// A kept result without its contents: enough to know that there is nothing to do.
struct ResultHeader: Codable, Equatable, Sendable {
    var inputs: Inputs
    /// How long the unit ran, in seconds.
    var seconds: Double
    /// What tells one result from another.
    var digest: String
}
