public import Literate

/// What `site/site.yml` says of a course.
///
///     title: Regularization in deep learning
///     description: A course whose every number was computed while building it.
///     chapters: [dropout]
///     params: {dataset: fashion-mnist}
///     questions:
///       Q2a: Explain dropout.
///     url: https://example.org/regularization/
///     macros:
///       \R: \mathbb{R}
///     repository: https://github.com/example/regularization
///     solutions: appendix
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
    /// Where the site will stand, for sitemap, feed and link previews, which are left out without it.
    public var url: SiteAddress?
    /// Where the course's source is, for links to it.
    public var repository: SourceRepository?

    /// The files of works that chapters cite, as paths from the course's folder.
    public var bibliography: [String]
    /// The commands that the course defines for its formulas.
    public var macros: [Macro]
    /// Whether headings show their numbers, where a chapter's front matter doesn't say.
    public var numberSections: Bool
    /// Where the solutions of exercises stand.
    public var solutions: Solutions

    public struct Question: Equatable, Sendable {
        public var id: String
        public var text: String

        /// The id of the question on the home page.
        var anchor: String { "question-" + String(id.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }) }
    }

    /// A command for formulas, such as `\R`, and the TeX that it stands for.
    public struct Macro: Equatable, Sendable {
        public var name: String
        public var text: String
        var location: Location?
    }

    /// Where each of `chapters` stands in the file.
    var chapterLocations: [Location]

    static let keys = [
        "title", "subtitle", "description", "author", "lang", "chapters", "params", "questions", "url", "repository",
        "bibliography", "number-sections", "macros", "solutions",
    ]
}

extension SiteConfiguration {
    /// Reads `source`, the text of `site/site.yml`.
    static func read(from source: SourceText) throws(Problems) -> SiteConfiguration {
        var yaml = YAMLReader(
            source.text, in: source, at: Location(line: 1, column: 1), known: keys, what: "key")
        let macros = yaml.mapping("macros").map {
            Macro(name: $0.key, text: $0.value, location: yaml.location(of: $0.key, in: "macros"))
        }
        let configuration = SiteConfiguration(
            title: yaml.string("title") ?? "", subtitle: yaml.string("subtitle"),
            description: yaml.string("description"), author: yaml.string("author"),
            lang: yaml.string("lang") ?? "en", chapters: yaml.strings("chapters"),
            parameters: Dictionary(yaml.mapping("params").map { ($0.key, $0.value) }) { $1 },
            questions: yaml.mapping("questions").map { Question(id: $0.key, text: $0.value) },
            url: yaml.string("url").flatMap(SiteAddress.init),
            repository: yaml.string("repository").flatMap(SourceRepository.init),
            bibliography: yaml.strings("bibliography"), macros: macros,
            numberSections: yaml.bool("number-sections", default: false),
            solutions: yaml.word("solutions", among: Solutions.self) ?? .folded,
            chapterLocations: yaml.itemLocations("chapters"))
        var problems = yaml.problems
        if let url = yaml.string("url"), configuration.url == nil {
            problems.append(
                Problem(
                    file: source.path, location: yaml.location(of: "url"),
                    message: "'\(url)' is not the address of a folder on the web",
                    fix: "'url' is where the site will stand, such as https://example.org/course/"))
        }
        if let repository = yaml.string("repository"), configuration.repository == nil {
            problems.append(
                Problem(
                    file: source.path, location: yaml.location(of: "repository"),
                    message: "'\(repository)' is not the address of a repository on the web",
                    fix: "such as https://github.com/owner/name, or …/name/tree/main/folder for a part of one"))
        }
        for name in configuration.parameters.keys.sorted() where name.wholeMatch(of: #/[\w-]+/#) == nil {
            problems.append(
                Problem(
                    file: source.path, location: yaml.location(of: name, in: "params"),
                    message: "the parameter '\(name)' is to be named with letters, digits, '-' and '_'"))
        }
        if configuration.title.isEmpty && problems.isEmpty {
            problems.append(
                Problem(
                    file: source.path, location: Location(line: 1, column: 1), message: "the course has no title",
                    fix: "add 'title: …'"))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return configuration
    }
}
