/// Finds what an author probably meant to write.
public enum Nearest {
    /// ": did you mean 'fig-cap'?" for the nearest of `known` to `word`, or the list of them where none is near.
    public static func suggestion(for word: String, among known: [String]) -> String {
        if let nearest = nearest(to: word, among: known) { return ": did you mean '\(nearest)'?" }
        return ": known are \(known.sorted().joined(separator: ", "))"
    }

    /// The one of `known` that takes the fewest edits to reach from `word`, if a third of its letters or fewer, or
    /// else the longest that `word` begins with.
    package static func nearest(to word: String, among known: [String]) -> String? {
        let candidates = known.map { (name: $0, distance: distance(Array(word), Array($0))) }
        guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
        if best.distance <= max(1, best.name.count / 3) { return best.name }
        return known.filter { $0.count > 2 && word.hasPrefix($0) }.max { $0.count < $1.count }
    }

    /// The number of insertions, deletions, substitutions and swaps of neighbors that lead from `a` to `b`
    /// (optimal string alignment).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var rows = [Array(0...b.count)]
        for i in 1..<(a.count + 1) {
            var row = [i]
            for j in 1..<(b.count + 1) {
                let substitution = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                var best = min(row[j - 1] + 1, rows[i - 1][j] + 1, substitution)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
