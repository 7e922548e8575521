import Literate

/// How much a unit may take before it is stopped.
struct CellLimits: Equatable, Sendable {
    var seconds = 300.0
    var bytes = 4 << 30

    /// What `unit` may take: as much as any, unless its options say otherwise.
    init(of unit: Chapter.Unit) {
        guard case .cell(let cell) = unit else { return }
        if let timeout = cell.options.timeout { seconds = timeout / .seconds(1) }
        if let memory = cell.options.memory { bytes = memory }
    }
}
