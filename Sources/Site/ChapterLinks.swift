import Foundation
import Literate

/// Where the links of chapters lead. A link's address is a path from the folder of the chapters: `dropout.md` and
/// `dropout.html` are a chapter's page, and any other file that is there goes with the site.
struct ChapterLinks: Sendable {
    /// The files by their paths on the site.
    private(set) var files: [(path: String, contents: Data)] = []
    private(set) var problems: [Problem] = []

    private let folder: URL
    /// The names of chapters that can't be read: they may have any id.
    private let unread: [String]
    /// The ids of the pages that the course's text makes, by the names of their files without an ending.
    private var ids: [String: Set<String>] = [:]

    /// What a site has besides pages of chapters that a link may lead to.
    private static let ownFiles = ["404.html", "llms.txt"]

    init(of text: CourseText) {
        let (chapters, configuration) = (text.chapters, text.configuration)
        unread = text.unread
        folder = text.root.appending(path: "chapters").standardizedFileURL
        for chapter in chapters { ids[chapter.slug] = PageIDs(chapter).all }
        ids["index"] = Set(["main"] + configuration.questions.map(\.anchor))
        for chapter in chapters {
            for link in chapter.links {
                do throws(Fault) {
                    try check(link.destination, in: chapter)
                } catch {
                    problems.append(
                        Problem(
                            file: chapter.source.path, location: link.location, message: error.message, fix: error.fix))
                }
            }
        }
    }

    private struct Fault: Error {
        var message: String
        var fix: String?
    }
}

extension ChapterLinks {
    private mutating func check(_ destination: String, in chapter: Chapter) throws(Fault) {
        switch LinkDestination(destination) {
        case .elsewhere: return
        case .nowhere(let message, let fix): throw Fault(message: message, fix: fix)
        case .file("", let fragment): try check(fragment, of: chapter.slug)
        case .file(let address, let fragment):
            let file = folder.appending(path: address.removingPercentEncoding ?? address).standardizedFileURL
            guard file.path.hasPrefix(folder.path + "/") else {
                throw Fault(
                    message: "the link '\(destination)' leads out of chapters/, which is all that the site has",
                    fix: "put the file into chapters/, or link to where it is on the web")
            }
            let path = String(file.path.dropFirst(folder.path.count + 1))
            guard !Self.ownFiles.contains(path) else { return }
            if let page = Self.page(path) {
                if unread.contains(page) { return }
                if ids[page] != nil { return try check(fragment, of: page) }
            }
            try add(path, at: file, from: address)
        }
    }

    /// The name without its ending of what may be a page.
    private static func page(_ path: String) -> String? {
        if path == "index.md" { return nil }
        return path.wholeMatch(of: #/([^\/]+)\.(md|html)/#).map { String($0.1) }
    }

    private func check(_ fragment: String?, of page: String) throws(Fault) {
        guard let fragment, !fragment.isEmpty, let known = ids[page] else { return }
        let id = fragment.removingPercentEncoding ?? fragment
        guard !known.contains(id) else { return }
        let place = page == "index" ? "the home page" : "chapters/\(page).md"
        let nearest = Nearest.nearest(to: id, among: known.sorted()).map { ": did you mean '#\($0)'?" }
        let elsewhere = ids.keys.sorted().first { ids[$0]?.contains(id) == true }
        let other = elsewhere.map { ", but \($0 == "index" ? "the home page" : "chapters/\($0).md") has it" }
        throw Fault(
            message: "nothing in \(place) has the id '\(id)'" + (nearest ?? other ?? ""),
            fix: nearest == nil && other == nil ? "give the section one: '## Heading {#sec-name}'" : nil)
    }

    /// Adds a file that is no page.
    private mutating func add(_ path: String, at file: URL, from address: String) throws(Fault) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
            throw Fault(
                message: "the link leads to '\(address)', and there is no such chapter and no such file in chapters/"
                    + suggestion(for: path),
                fix: address.hasPrefix("www.") ? "write 'https://\(address)'" : nil)
        }
        if let chapter = Self.page(path), Course.isSlug(chapter), path.hasSuffix(".md") {
            throw Fault(
                message: "the link leads to the chapter '\(chapter)', which is not on the site",
                fix: "it is a draft, or 'chapters' in \(Course.configurationPath) does not list it")
        }
        guard !isFolder.boolValue, let contents = try? Data(contentsOf: file) else {
            throw Fault(
                message: "the link leads to '\(address)', which is \(isFolder.boolValue ? "a folder" : "unreadable")",
                fix: "link to a file")
        }
        if !files.contains(where: { $0.path == path }) { files.append((path, contents)) }
    }

    /// The page or the file beside a missing one that its author may have meant.
    private func suggestion(for path: String) -> String {
        let beside = (path as NSString).deletingLastPathComponent
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: beside).path)) ?? []
        let files = names.map { beside.isEmpty ? $0 : "\(beside)/\($0)" }.filter { !$0.hasSuffix(".md") }
        let pages = ids.keys.flatMap { $0 == "index" ? ["index.html"] : ["\($0).md", "\($0).html"] }
        let nearest = Nearest.nearest(to: path, among: (pages + files).sorted())
        return nearest.map { ": did you mean '\($0)'?" } ?? ""
    }
}
