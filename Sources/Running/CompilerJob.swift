import Literate

/// A unit that is to be compiled.
struct CompilerJob: Sendable {
    var unit: Chapter.Unit
    var source: UnitSource
    /// What the unit depends on.
    var key: UnitKey
}
