import Foundation
import Literate

/// A site in its folder beside the one that a course's text and kept results make.
struct SiteComparison {
    let folder: URL
    let course: Course
    /// Whether all chapters are compared, and not only the files of some.
    let isWhole: Bool
    let provenance: Provenance

    /// - Parameters:
    ///   - live: the scripts of live cells, by the names of their chapters.
    ///   - packages: the packages that readers can download, by the names of their chapters.
    /// - Throws: a problem for each file of the site that is not what it would be if it were built now from what is
    ///   kept.
    func check(_ pages: [Page], live: [String: Data], packages: [String: Data]) throws(Problems) {
        let isPresent = { (path: String) in
            FileManager.default.fileExists(atPath: folder.appending(path: path).path)
        }
        guard isPresent("index.html") else {
            throw Problems([
                Problem(file: name(of: ""), message: "there is no site", fix: "'weft build' makes one")
            ])
        }
        var files = SiteFiles(
            course, pages: pages, provenance: provenance, live: live, packages: packages, isPresent: isPresent
        ).all
        if isWhole { files += course.surroundings.files } else { files.removeAll { !Self.isOwn($0.path, of: pages) } }
        let problems = files.filter { path, contents in
            (try? Data(contentsOf: folder.appending(path: path))) != contents
        }.map { path, _ in
            Problem(
                file: name(of: path),
                message: isPresent(path)
                    ? "the file is not what the course's text and its results make" : "the site lacks this file",
                fix: "'weft build' makes the site of them")
        }
        guard problems.isEmpty else { throw Problems(problems) }
    }

    /// Whether a file belongs to one of `pages` alone.
    private static func isOwn(_ path: String, of pages: [Page]) -> Bool {
        pages.contains {
            [
                "\($0.slug).html", "\($0.slug).md", LiveCells.scriptPath(of: $0.slug),
                ChapterPackages.path(of: $0.slug), $0.mathStyle,
            ].contains(path)
        }
    }

    /// A file's path as problems show it: from the course's folder, if it is in there.
    private func name(of path: String) -> String {
        let file = path.isEmpty ? folder.path : folder.appending(path: path).path
        let root = course.root.standardizedFileURL.path + "/"
        return file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
    }
}
