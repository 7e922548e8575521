/// How much a cell may take before it is stopped.
struct CellLimits: Equatable, Sendable {
    var seconds = 300.0
    var bytes = 4 << 30
}
