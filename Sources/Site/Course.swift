public import Foundation
public import Literate
import Running

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
        try self.init(CourseText(at: root, reading: reading))
    }

    /// Reads what the chapters of a course refer to.
    /// - Throws: what is wrong with its texts, and with what they refer to.
    init(_ text: CourseText) throws(Problems) {
        do throws(Problems) {
            surroundings = try Surroundings(of: text)
        } catch {
            throw Problems(text.problems + error.all)
        }
        guard text.problems.isEmpty, let theme = text.theme else { throw Problems(text.problems) }
        root = text.root
        configuration = text.configuration
        chapters = text.chapters
        warnings = text.warnings
        self.theme = theme
    }
}

extension Course {
    /// The chapter with the slug `only`; all chapters where that is nil.
    /// - Throws: a problem where there is no such chapter.
    func chapters(only: String?) throws(Problems) -> [Chapter] {
        try only.map { (slug) throws(Problems) in [try chapters.named(slug)] } ?? chapters
    }

    /// The course's parameters with some of their values changed.
    /// - Throws: a problem where the course has no such parameter.
    func parameters(changedBy changes: [String: String]) throws(Problems) -> [String: String] {
        try configuration.parameters(changedBy: changes)
    }

    /// - Throws: a problem where the folder `root` is no course, so that nothing is to be left there.
    package static func check(_ root: URL) throws(Problems) {
        guard !FileManager.default.fileExists(atPath: root.appending(path: configurationPath).path) else { return }
        _ = try read(configurationPath, in: root)
    }

    /// Removes what builds of the course at `root` have kept for later ones.
    /// - Returns: how many bytes there were.
    /// - Throws: a problem where the folder is no course, or can't be written.
    package static func forgetResults(in root: URL) throws(Problems) -> Int {
        try check(root)
        do {
            return try ResultStore.remove(fromCourse: root)
        } catch {
            let reason = FileFault.reason(of: error)
            throw Problems([Problem(file: ".weft", message: "the folder can't be removed: \(reason)")])
        }
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

    /// Whether `name` can be a chapter's.
    static func isSlug(_ name: String) -> Bool {
        !["index", "404"].contains(name) && name.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil
    }
}

extension [Chapter] {
    /// The chapter of this slug.
    /// - Throws: a problem where there is none.
    func named(_ slug: String) throws(Problems) -> Chapter {
        if let chapter = first(where: { $0.slug == slug }) { return chapter }
        let suggestion = Nearest.suggestion(for: slug, among: map(\.slug))
        throw Problems([Problem(file: "chapters", message: "there is no chapter '\(slug)'" + suggestion)])
    }
}

extension SiteConfiguration {
    /// The parameters with some of their values changed.
    /// - Throws: a problem where there is no such parameter.
    func parameters(changedBy changes: [String: String]) throws(Problems) -> [String: String] {
        for name in changes.keys.sorted() where parameters[name] == nil {
            throw Problems([
                Problem(
                    file: Course.configurationPath,
                    message: "unknown parameter '\(name)'"
                        + (parameters.isEmpty
                            ? ": 'params' sets none" : Nearest.suggestion(for: name, among: Array(parameters.keys))))
            ])
        }
        return parameters.merging(changes) { $1 }
    }
}
