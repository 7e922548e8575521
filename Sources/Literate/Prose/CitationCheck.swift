import CommonMark

extension Bibliography {
    /// The problems of what `chapter` cites and nobody wrote.
    func unknown(in chapter: Chapter) -> [Problem] {
        chapter.mentions.flatMap { mention -> [Problem] in
            let (labels, keys) = (mention.items.filter(\.isLabel), mention.items.filter { !$0.isLabel })
            if let label = labels.first, let key = keys.first {
                let message = "'@\(label.key)' and '@\(key.key)' can't stand in the same brackets"
                return [
                    chapter.source.problem(message, at: key.position.location, fix: "give each brackets of its own")
                ]
            }
            return keys.filter { works[$0.key] == nil }.map { unknown($0.key, at: $0.position.location, of: chapter) }
        }
    }

    private func unknown(_ key: String, at location: Location, of chapter: Chapter) -> Problem {
        let nearest = Nearest.nearest(to: key, among: Array(works.keys))
        let place =
            paths.isEmpty ? "the course has no bibliography" : "there is none in \(paths.joined(separator: ", "))"
        return chapter.source.problem(
            "unknown work '\(key)': " + (nearest.map { "did you mean '@\($0)'?" } ?? place), at: location,
            fix: paths.isEmpty
                ? "write '\\@' for an @ that cites nothing, or name a file of works: 'bibliography: site/references.yml' in "
                    + "site/site.yml" : "write '\\@' for an @ that cites nothing")
    }
}
