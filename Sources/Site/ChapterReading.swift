import Foundation
public import Literate
import Synchronization

/// Reads the chapters of a course, on all processors; and those that it has read before only if they have changed.
public final class ChapterReading: Sendable {
    private let known = Mutex<[String: Chapter]>([:])
    /// The chapters of the last course that could be read as a whole.
    private let good = Mutex<[String: Chapter]>([:])
    /// Chapters that take the place of what their files hold now.
    private let standIns: [String: Chapter]

    public init() {
        standIns = [:]
    }

    private init(standIns: [String: Chapter]) {
        self.standIns = standIns
    }

    /// The last version of a chapter that was part of a course without problems of its form.
    public func lastGood(_ slug: String) -> Chapter? {
        good.withLock { $0[slug] }
    }

    /// Remembers the chapters of a course that could be read.
    func remember(_ chapters: [Chapter]) {
        good.withLock { $0 = Dictionary(chapters.map { ($0.slug, $0) }) { $1 } }
    }

    /// A reading in which the last good version takes the place of each chapter that has one of `problems`; nil where there
    /// is none, or something else is wrong, too.
    func standingIn(for problems: [Problem]) -> ChapterReading? {
        let standIns = problems.map { problem in Chapter.slug(ofFile: problem.file).flatMap(lastGood) }
        guard !standIns.contains(nil) else { return nil }
        return ChapterReading(standIns: Dictionary(standIns.compactMap { $0 }.map { ($0.slug, $0) }) { $1 })
    }

    /// The chapters of these names in the course at `root`, each with its problems in its place.
    func chapters(_ slugs: [String], in root: URL) -> [Result<Chapter, Problems>] {
        let read = Mutex<[Int: Result<Chapter, Problems>]>([:])
        DispatchQueue.concurrentPerform(iterations: slugs.count) { index in
            let result = Result { () throws(Problems) in try self.chapter(slugs[index], in: root) }
            read.withLock { $0[index] = result }
        }
        return read.withLock { read in slugs.indices.compactMap { read[$0] } }
    }

    private func chapter(_ slug: String, in root: URL) throws(Problems) -> Chapter {
        if let chapter = standIns[slug] { return chapter }
        let source = try Course.read("chapters/\(slug).md", in: root)
        if let chapter = known.withLock({ $0[slug] }), chapter.source.text == source.text { return chapter }
        let chapter = try Chapter(source, slug: slug)
        known.withLock { $0[slug] = chapter }
        return chapter
    }
}

extension Chapter {
    /// The name of the chapter in this file of a course; nil for a file that is none.
    public static func slug(ofFile path: String) -> String? {
        guard path.hasPrefix("chapters/"), path.hasSuffix(".md") else { return nil }
        return String(path.dropFirst("chapters/".count).dropLast(".md".count))
    }
}
