public import Foundation
public import Literate

/// A course: a folder with `chapters/` and `site/site.yml`.
public struct Course: Sendable {
    public let root: URL
    public let configuration: SiteConfiguration
    /// The chapters in reading order, without drafts.
    public let chapters: [Chapter]
    /// What an author should know, but need not mend.
    public let warnings: [Problem]
    /// The looks of its site.
    let theme: Theme
    /// What its chapters refer to.
    let surroundings: Surroundings

    static let configurationPath = "site/site.yml"
    static let themePath = "site/theme"

    /// Reads the course at `root`.
    /// - Parameter reading: how chapters are read: by default, each anew.
    /// - Throws: every problem of its form, in all of its files.
    public init(at root: URL, reading: ChapterReading = ChapterReading()) throws(Problems) {
        let configurationSource = try Self.read(Self.configurationPath, in: root)
        let configuration = try SiteConfiguration.read(from: configurationSource)
        let found = try Self.slugs(in: root)
        try Self.check(configuration, found: found)

        var chapters: [Chapter] = []
        var problems: [Problem] = []
        for result in reading.chapters(configuration.chapters.isEmpty ? found : configuration.chapters, in: root) {
            do throws(Problems) {
                chapters.append(try result.get())
            } catch {
                problems += error.all
            }
        }
        chapters.removeAll { $0.frontMatter.draft }
        problems += chapters.flatMap { Self.unknownQuestions(in: $0, known: configuration.questions.map(\.id)) }
        let theme: Theme?
        do throws(Problems) {
            theme = try Theme.read(overrides: Self.themePath, in: root)
        } catch {
            theme = nil
            problems += error.all
        }
        guard problems.isEmpty, let theme else { throw Problems(problems) }
        // Only a course that was read whole tells what is missing in it.
        surroundings = try Surroundings(of: chapters, configuration, in: root)

        let unlisted = configuration.chapters.isEmpty ? [] : found.filter { !configuration.chapters.contains($0) }
        self.root = root
        self.configuration = configuration
        self.chapters = chapters
        self.theme = theme
        self.warnings = unlisted.map {
            Problem(
                file: "chapters/\($0).md", severity: .warning,
                message: "the chapter is not on the site: 'chapters' in \(Self.configurationPath) does not list it")
        }
    }
}

extension Course {
    /// The course's parameters with some of their values changed.
    /// - Throws: a problem where the course has no such parameter.
    func parameters(changedBy changes: [String: String]) throws(Problems) -> [String: String] {
        let known = configuration.parameters
        for name in changes.keys.sorted() where known[name] == nil {
            throw Problems([
                Problem(
                    file: Self.configurationPath,
                    message: "unknown parameter '\(name)'"
                        + (known.isEmpty
                            ? ": 'params' sets none" : Nearest.suggestion(for: name, among: Array(known.keys))))
            ])
        }
        return known.merging(changes) { $1 }
    }

    /// - Throws: a problem where the folder `root` is no course, so that nothing is to be left there.
    static func check(_ root: URL) throws(Problems) {
        guard !FileManager.default.fileExists(atPath: root.appending(path: configurationPath).path) else { return }
        _ = try read(configurationPath, in: root)
    }

    static func read(_ path: String, in root: URL) throws(Problems) -> SourceText {
        let file = root.appending(path: path)
        guard let data = try? Data(contentsOf: file) else {
            let exists = FileManager.default.fileExists(atPath: file.path)
            throw Problems([
                Problem(
                    file: path, message: exists ? "the file can't be read" : "there is no such file",
                    fix: path == configurationPath
                        ? "a course is a folder with 'chapters/' and '\(configurationPath)': \(root.path) is not one"
                        : nil)
            ])
        }
        do throws(Problem) { return try SourceText(path: path, bytes: Array(data)) } catch { throw Problems([error]) }
    }

    /// The slugs of the files in `chapters/`, by name.
    private static func slugs(in root: URL) throws(Problems) -> [String] {
        let folder = root.appending(path: "chapters")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let slugs = names.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }.map { String($0.dropLast(3)) }.sorted()
        guard !slugs.isEmpty else {
            throw Problems([
                Problem(
                    file: "chapters", message: "the course has no chapters",
                    fix: "write one: 'chapters/first.md', beginning with the lines '---', 'title: First' and '---'")
            ])
        }
        let problems = slugs.filter { !isSlug($0) }.map {
            Problem(
                file: "chapters/\($0).md",
                message:
                    "a chapter's name is to consist of lower-case letters, digits and hyphens, and not be 'index' or '404'"
            )
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return slugs
    }

    /// Whether `name` can be a chapter's.
    static func isSlug(_ name: String) -> Bool {
        !["index", "404"].contains(name) && name.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil
    }

    private static func check(_ configuration: SiteConfiguration, found: [String]) throws(Problems) {
        var listed: Set<String> = []
        var problems: [Problem] = []
        for (slug, location) in zip(configuration.chapters, configuration.chapterLocations) {
            let message: String
            if !listed.insert(slug).inserted {
                message = "'chapters' lists '\(slug)' twice"
            } else if !found.contains(slug) {
                message =
                    "'chapters' lists '\(slug)', but there is no chapters/\(slug).md"
                    + Nearest.suggestion(for: slug, among: found)
            } else {
                continue
            }
            problems.append(Problem(file: configurationPath, location: location, message: message))
        }
        guard problems.isEmpty else { throw Problems(problems) }
    }

    private static func unknownQuestions(in chapter: Chapter, known: [String]) -> [Problem] {
        chapter.frontMatter.answers.filter { !known.contains($0) }.map {
            Problem(
                file: chapter.source.path, location: Location(line: 1, column: 1),
                message: "'answers' names '\($0)', but \(configurationPath) has no such question"
                    + (known.isEmpty ? "" : Nearest.suggestion(for: $0, among: known)))
        }
    }
}
