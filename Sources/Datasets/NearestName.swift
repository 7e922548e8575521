/// The candidate that `name` was probably meant to be: the fewest single-character edits away, and at most two, or a
/// third of its length.
func nearest(to name: String, among candidates: [String]) -> String? {
    let (distance, candidate) =
        candidates.map { (editDistance(name.lowercased(), $0), $0) }.min { $0.0 < $1.0 } ?? (.max, "")
    return distance <= max(2, candidate.count / 3) ? candidate : nil
}

/// The least number of insertions, deletions and replacements that make one text of the other
/// (Wagner and Fischer, 1974).
private func editDistance(_ a: String, _ b: String) -> Int {
    let columns = Array(b)
    var previous = Array(0...columns.count)
    for (row, character) in a.enumerated() {
        var current = [row + 1]
        for (column, other) in columns.enumerated() {
            let replaced = previous[column] + (character == other ? 0 : 1)
            current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
        }
        previous = current
    }
    return previous[columns.count]
}
