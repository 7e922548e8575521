/// What a cell is to the code exercise that it belongs to, as its label's end says: `ex-sum-check` is the check of the
/// exercise `ex-sum`.
enum ExercisePart: String, CaseIterable, Sendable {
    case starter = ""
    case setup = "-setup"
    case solution = "-solution"
    case check = "-check"

    /// The exercise, and the part of it, that a cell of this label is; nil where it is none.
    static func read(_ label: String) -> (exercise: String, part: ExercisePart)? {
        guard label.hasPrefix("ex-") else { return nil }
        for part in allCases where part != .starter && label.hasSuffix(part.rawValue) {
            let exercise = String(label.dropLast(part.rawValue.count))
            if exercise.count > "ex-".count { return (exercise, part) }
        }
        return (label, .starter)
    }

    /// What messages call it.
    var word: String { "\(self)" }
}
