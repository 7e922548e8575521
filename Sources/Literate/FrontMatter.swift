/// What a chapter says about itself between the two lines of `---` at its start.
///
///     ---
///     title: Dropout
///     description: Training a network while half of it is missing.
///     answers: [Q2a, Q3a]
///     ---
public struct FrontMatter: Codable, Equatable, Sendable {
    public var title: String
    public var subtitle: String?
    public var author: String?
    public var date: String?
    /// One sentence for the index page and search engines.
    public var description: String?
    /// The language of the chapter, as a BCP 47 tag; nil means the site's.
    public var lang: String?
    /// The ids of the questions that the chapter answers; `site.yml` holds their texts.
    public var answers: [String]
    /// Whether the chapter is left out of the site.
    public var draft: Bool
    /// The files of works that the chapter cites, as paths from the course's folder.
    public var bibliography: [String]
    /// Whether headings show their numbers; nil means what `site.yml` says.
    public var numberSections: Bool?

    static let keys = [
        "title", "subtitle", "author", "date", "description", "lang", "answers", "draft", "bibliography",
        "number-sections",
    ]
}

extension FrontMatter {
    /// Whether `line` begins or ends front matter.
    private static func isRule(_ line: Substring) -> Bool {
        let text = line.trimming(" \t")
        return text == "---" || text == "..."
    }

    /// The front matter of `source`, and the line on which the chapter's text begins.
    static func read(from source: SourceText) throws(Problems) -> (FrontMatter, firstLine: Int) {
        guard isRule(source.line(1)) else {
            throw Problems([
                source.problem(
                    "a chapter begins with its front matter", at: Location(line: 1, column: 1),
                    fix: "begin the file with the lines '---', 'title: …' and '---'")
            ])
        }
        guard let end = source.lines.dropFirst().firstIndex(where: isRule) else {
            throw Problems([
                source.problem(
                    "the front matter is not closed", at: Location(line: 1, column: 1), fix: "end it with a line '---'")
            ])
        }
        var yaml = YAMLReader(
            source.lines[1..<end].joined(separator: "\n"), in: source, at: Location(line: 2, column: 1), known: keys,
            what: "front matter key")
        let title = yaml.string("title")
        let frontMatter = FrontMatter(
            title: title ?? "", subtitle: yaml.string("subtitle"), author: yaml.string("author"),
            date: yaml.string("date"), description: yaml.string("description"), lang: yaml.string("lang"),
            answers: yaml.strings("answers"), draft: yaml.bool("draft", default: false),
            bibliography: yaml.strings("bibliography"),
            numberSections: yaml.location(of: "number-sections").map { _ in yaml.bool("number-sections", default: false)
            })
        var problems = yaml.problems
        if title?.isEmpty ?? true, problems.isEmpty {
            problems.append(
                source.problem(
                    "the chapter has no title", at: Location(line: 1, column: 1),
                    fix: "add 'title: …' to its front matter"))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return (frontMatter, firstLine: end + 2)
    }
}
