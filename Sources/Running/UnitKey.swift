import Hashing
import Literate

/// What the result of a unit depends on, as one SHA-256: the course's ingredients, the code of every cell before it, and
/// its own. How it is shown is not in it, nor where it stands.
struct UnitKey: Hashable, Sendable {
    var text: String

    /// The keys of a chapter's units, in their order.
    static func keys(of chapter: Chapter, ingredients: Ingredients) -> [UnitKey] {
        var state = ingredients.digest
        return chapter.units.map { unit in
            let key = sha256(of: [state] + parts(of: unit))
            // The others are run on a copy of the state: what comes after them does not depend on them.
            if unit.isKept { state = key }
            return UnitKey(text: key)
        }
    }

    /// What identifies a unit by itself.
    static func own(_ unit: Chapter.Unit) -> String {
        sha256(of: parts(of: unit))
    }

    private static func parts(of unit: Chapter.Unit) -> [String] {
        switch unit {
        case .cell(let cell): ["cell", cell.expectation.rawValue, "\(cell.options.error)", cell.code]
        case .prose(let expressions): ["prose"] + expressions.flatMap { [$0.role.rawValue, $0.source] }
        }
    }
}
