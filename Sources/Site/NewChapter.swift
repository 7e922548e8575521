public import Foundation
public import Literate
import Running

/// A chapter to begin with, in a course that is there.
public struct NewChapter: Sendable {
    /// The chapter's path from the course's folder.
    public let path: String
    /// Whether `chapters` in `site.yml` was a list, to which the chapter was added. Without a list, all are on the site.
    public let isListed: Bool

    /// Writes chapter `slug` of the course at `root`, and adds it to the list of chapters, if there is one.
    /// - Throws: a problem where there is no course, or such a chapter already; then nothing is written.
    public init(_ slug: String, in root: URL) throws(Problems) {
        let path = "chapters/\(slug).md"
        let source = try Course.read(Course.configurationPath, in: root)
        let configuration = try SiteConfiguration.read(from: source)
        try Self.checkFree(path, slug: slug, in: root, listed: configuration.chapters)
        let configurationFile = root.appending(path: Course.configurationPath)
        do {
            let list = try ChapterList(Data(contentsOf: configurationFile), configuration).adding(slug)
            try NewFiles.write([(path, Data(Self.text(of: slug).utf8))], into: root)
            do {
                try list?.write(to: configurationFile, options: .atomic)
            } catch {
                try? FileManager.default.removeItem(at: root.appending(path: path))
                throw error
            }
            isListed = list != nil
        } catch let problem as Problem {
            throw Problems([problem])
        } catch {
            throw Problems([Problem(file: path, message: "can't be written: \(FileFault.reason(of: error))")])
        }
        self.path = path
    }

    /// What is wrong with `slug` as a chapter's name; nil where nothing is.
    public static func objection(to slug: String) -> String? {
        guard !Course.isSlug(slug) else { return nil }
        let letters = slug.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let words = letters.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let proposal = words.joined(separator: "-")
        let likely = Course.isSlug(proposal) ? ": '\(proposal)' would do" : ""
        return
            "a chapter's name consists of lower-case letters, digits and hyphens, and is not a page of the site's own"
            + likely
    }
}

extension NewChapter {
    private static func checkFree(_ path: String, slug: String, in root: URL, listed: [String]) throws(Problems) {
        if FileManager.default.fileExists(atPath: root.appending(path: path).path) {
            throw Problems([Problem(file: path, message: "the chapter is there already", fix: "choose another name")])
        }
        if listed.contains(slug) {
            throw Problems([
                Problem(
                    file: Course.configurationPath, message: "'chapters' lists '\(slug)' already, which is not there",
                    fix: "take it off the list, or write \(path) yourself")
            ])
        }
    }

    /// A chapter with a paragraph, a cell and a claim. Its title is made of `slug`.
    private static func text(of slug: String) -> String {
        let words = slug.replacing("-", with: " ")
        return """
            ---
            title: "\(words.prefix(1).uppercased() + words.dropFirst())"
            description: One sentence that says what a reader learns here.
            ---

            Say first what this chapter is about, and why a reader should care. Then let a cell compute something:

            ```swift
            let measured = [3.0, 1, 4, 1, 5]
            let mean = measured.reduce(0, +) / Double(measured.count)
            ```

            The mean of the `{swift} measured.count` values is `{swift} mean.fixed(1)`, less than the largest of them
            `{claim} mean < measured.max()!`.

            """
    }
}
