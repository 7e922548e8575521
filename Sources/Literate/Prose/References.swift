import CommonMark

/// All labels of a course, and the chapters in which they stand: what `@fig-loss` can refer to.
///
/// It is made of the chapters' texts alone, so that every chapter of a course can be woven by itself.
public struct References: Sendable {
    /// What is wrong with labels, and with mentions of labels.
    public private(set) var problems: [Problem] = []
    private var targets: [String: Place] = [:]
    private var labels: [String: Labels] = [:]

    /// A target in its chapter.
    struct Place: Sendable {
        var target: Labels.Target
        var slug: String
        var path: String
    }

    /// - Parameter chapters: the course's chapters, in reading order, which is that of their numbers.
    public init(_ chapters: [Chapter]) {
        for (index, chapter) in chapters.enumerated() { add(chapter, number: index + 1) }
        for chapter in chapters { problems += unknown(in: chapter) }
    }

    /// What `label` labels; nil where nothing does.
    subscript(label: String) -> Place? { targets[label] }

    /// All that pages show of other chapters: pages that were woven when it was the same need not be woven again.
    public var facts: [String] {
        targets.values.map { "\($0.slug)#\($0.target.label) \($0.target.number) \($0.target.title ?? "")" }.sorted()
    }

    /// Whether there is a chapter `slug`.
    func hasChapter(_ slug: String) -> Bool { labels[slug] != nil }

    /// The numbers of a chapter's headings, in order.
    func sectionNumbers(of slug: String) -> [String?] { labels[slug]?.sectionNumbers ?? [] }
}

extension References {
    private mutating func add(_ chapter: Chapter, number: Int) {
        let labels = Labels(chapter, number: number)
        self.labels[chapter.slug] = labels
        problems += labels.problems
        for target in labels.targets {
            if let first = targets[target.label] {
                problems.append(
                    chapter.source.problem(
                        "the label '\(target.label)' is used twice: first in \(first.path) on line "
                            + "\(first.target.location.line)", at: target.location))
                continue
            }
            targets[target.label] = Place(target: target, slug: chapter.slug, path: chapter.source.path)
        }
    }

    private func unknown(in chapter: Chapter) -> [Problem] {
        chapter.mentions.flatMap(\.items).filter { LabelKind(label: $0.key) != nil && targets[$0.key] == nil }.map {
            item in
            let kind = LabelKind(label: item.key)
            let ofKind = targets.keys.filter { LabelKind(label: $0) == kind }
            let known = Nearest.nearest(to: item.key, among: Array(targets.keys))
            let suggestion = known.map { ": did you mean '@\($0)'?" } ?? Self.list(ofKind.sorted(), kind)
            return chapter.source.problem(
                "nothing has the label '\(item.key)'" + suggestion, at: item.position.location,
                fix: "write '\\@' for an @ that refers to nothing")
        }
    }

    private static func list(_ labels: [String], _ kind: LabelKind?) -> String {
        labels.isEmpty
            ? ": no \(kind.map { "\($0)" } ?? "label") has one" : ": known are \(labels.joined(separator: ", "))"
    }
}

extension Chapter {
    /// All places that refer to something, in the order of the text.
    var mentions: [Mention] {
        allInlines.compactMap { if case .mention(let mention) = $0.kind { mention } else { nil } }
    }

    /// All nodes of the text, and of the cells' captions.
    var allInlines: [Node] {
        document.all + cells.flatMap(\.options.captions).flatMap { $0.inlines.flatMap(\.all) }
    }
}
