/// What of a chapter may differ from run to run, because of cells that say `volatile: true`: those cells, and all that
/// mentions what they declare or give other values.
package struct VolatileNames {
    private var names: Set<String> = []
    /// The places of the cells among the chapter's units.
    package private(set) var cells: [Int] = []

    package init(_ chapter: Chapter) {
        for (index, unit) in chapter.units.enumerated() {
            guard case .cell(let cell) = unit else { continue }
            let own = UnitNames(unit)
            guard cell.options.volatile || !names.isDisjoint(with: own.mentioned) else { continue }
            cells.append(index)
            if unit.isKept { names.formUnion(own.declared.union(own.assigned)) }
        }
    }

    /// Whether `expression` mentions something that may differ.
    package func areMentioned(in expression: InlineExpression) -> Bool {
        !names.isEmpty && !names.isDisjoint(with: UnitNames(.prose([expression])).mentioned)
    }
}
