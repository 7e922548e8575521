import Literate

/// What `site/site.yml` says of a course.
///
///     title: Regularization in deep learning
///     description: A course whose every number was computed while building it.
///     chapters: [dropout]
///     params: {dataset: fashion-mnist}
///     questions:
///       Q2a: Explain dropout.
public struct SiteConfiguration: Equatable, Sendable {
    public var title: String
    /// One line below the title of the index page.
    public var subtitle: String?
    /// One sentence for search engines.
    public var description: String?
    public var author: String?
    /// The language of the course, as a BCP 47 tag.
    public var lang: String
    /// The chapters' slugs, in reading order; empty means all, by name.
    public var chapters: [String]
    /// What cells find under `params`.
    public var parameters: [String: String]
    /// The questions that the course answers, in order; chapters name their ids under `answers:`.
    public var questions: [Question]

    /// The files of works that chapters cite, as paths from the course's folder.
    public var bibliography: [String]
    /// Whether headings show their numbers, where a chapter's front matter doesn't say.
    public var numberSections: Bool

    public struct Question: Equatable, Sendable {
        public var id: String
        public var text: String
    }

    static let keys = [
        "title", "subtitle", "description", "author", "lang", "chapters", "params", "questions", "bibliography",
        "number-sections",
    ]
}

extension SiteConfiguration {
    /// Reads `source`, the text of `site/site.yml`.
    static func read(from source: SourceText) throws(Problems) -> SiteConfiguration {
        var yaml = YAMLReader(
            source.text, in: source, at: Location(line: 1, column: 1), known: keys, what: "key")
        let configuration = SiteConfiguration(
            title: yaml.string("title") ?? "", subtitle: yaml.string("subtitle"),
            description: yaml.string("description"), author: yaml.string("author"),
            lang: yaml.string("lang") ?? "en", chapters: yaml.strings("chapters"),
            parameters: Dictionary(yaml.mapping("params").map { ($0.key, $0.value) }) { $1 },
            questions: yaml.mapping("questions").map { Question(id: $0.key, text: $0.value) },
            bibliography: yaml.strings("bibliography"), numberSections: yaml.bool("number-sections", default: false))
        var problems = yaml.problems
        for name in configuration.parameters.keys.sorted() where name.wholeMatch(of: #/[\w-]+/#) == nil {
            problems.append(
                Problem(
                    file: source.path, location: yaml.location(of: "params"),
                    message: "the parameter '\(name)' is to be named with letters, digits, '-' and '_'"))
        }
        if configuration.title.isEmpty && problems.isEmpty {
            problems.append(Problem(file: source.path, message: "the course has no title", fix: "add 'title: …'"))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return configuration
    }
}
