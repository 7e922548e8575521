import Literate

/// How much a unit may take before it is stopped.
struct CellLimits: Equatable, Sendable {
    var seconds = 300.0
    var bytes = 4 << 30

    /// How many seconds the unit's own options ask for.
    static func asked(by unit: Chapter.Unit) -> Double? {
        guard case .cell(let cell) = unit else { return nil }
        return cell.options.timeout.map { $0 / .seconds(1) }
    }

    /// What `unit` may take: as much as any, unless its options say otherwise.
    init(of unit: Chapter.Unit) {
        guard case .cell(let cell) = unit else { return }
        if let asked = Self.asked(by: unit) { seconds = asked }
        if let memory = cell.options.memory { bytes = memory }
    }
}
