import Foundation
import Literate

/// The texts of a course: its configuration, all of its chapters that can be read, and its theme.
struct CourseText: Sendable {
    let root: URL
    let configuration: SiteConfiguration
    /// The chapters that can be read, in reading order, without drafts.
    let chapters: [Chapter]
    /// The looks of the site; nil where the course's changes of them are wrong.
    let theme: Theme?
    /// The names of the chapters that can't be read.
    let unread: [String]
    /// What is wrong with the form of any of its files.
    let problems: [Problem]
    /// What an author should know, but need not mend.
    let warnings: [Problem]

    /// Reads the texts of the course at `root`.
    /// - Parameter reading: how chapters are read: by default, each anew.
    /// - Throws: problems that leave no course to be read.
    init(at root: URL, reading: ChapterReading = ChapterReading()) throws(Problems) {
        let configuration = try SiteConfiguration.read(from: Course.read(Course.configurationPath, in: root))
        let found = try Self.slugs(in: root)
        var problems = Self.misplaced(in: configuration, found: found)
        let slugs = problems.isEmpty && !configuration.chapters.isEmpty ? configuration.chapters : found

        var chapters: [Chapter] = []
        var unread: [String] = []
        for (slug, result) in zip(slugs, reading.chapters(slugs, in: root)) {
            do throws(Problems) {
                chapters.append(try result.get())
            } catch {
                unread.append(slug)
                problems += error.all
            }
        }
        chapters.removeAll { $0.frontMatter.draft }
        problems += chapters.flatMap { Self.unknownQuestions(in: $0, known: configuration.questions.map(\.id)) }
        do throws(Problems) {
            theme = try Theme.read(overrides: Course.themePath, in: root)
        } catch {
            theme = nil
            problems += error.all
        }
        let unlisted = configuration.chapters.isEmpty ? [] : found.filter { !configuration.chapters.contains($0) }
        self.root = root
        self.configuration = configuration
        self.chapters = chapters
        self.unread = unread
        self.problems = problems
        warnings = unlisted.map {
            Problem(
                file: "chapters/\($0).md", severity: .warning,
                message: "the chapter is not on the site: 'chapters' in \(Course.configurationPath) does not list it")
        }
    }
}

extension CourseText {
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
        let problems = slugs.filter { !Course.isSlug($0) }.map {
            Problem(
                file: "chapters/\($0).md",
                message:
                    "a chapter's name is to consist of lower-case letters, digits and hyphens, and not be 'index' or '404'"
            )
        }
        guard problems.isEmpty else { throw Problems(problems) }
        return slugs
    }

    /// What is wrong with the list of chapters in `site.yml`.
    private static func misplaced(in configuration: SiteConfiguration, found: [String]) -> [Problem] {
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
            problems.append(Problem(file: Course.configurationPath, location: location, message: message))
        }
        return problems
    }

    private static func unknownQuestions(in chapter: Chapter, known: [String]) -> [Problem] {
        chapter.frontMatter.answers.filter { !known.contains($0) }.map {
            Problem(
                file: chapter.source.path, location: Location(line: 1, column: 1),
                message: "'answers' names '\($0)', but \(Course.configurationPath) has no such question"
                    + (known.isEmpty ? "" : Nearest.suggestion(for: $0, among: known)))
        }
    }
}
