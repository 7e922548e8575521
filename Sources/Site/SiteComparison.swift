import Foundation
import Literate

/// A site in its folder beside the one that a course's text and kept results make.
struct SiteComparison {
    let folder: URL
    let course: Course
    /// Whether all chapters are compared, and not only the files of some.
    let isWhole: Bool
    let provenance: Provenance

    /// - Throws: a problem for each file of the site that is not what it would be if it were built now from what is
    ///   kept.
    func check(_ pages: [Page]) throws(Problems) {
        let isPresent = { (path: String) in
            FileManager.default.fileExists(atPath: folder.appending(path: path).path)
        }
        guard isPresent("index.html") else {
            throw Problems([
                Problem(file: name(of: ""), message: "there is no site", fix: "'weft build' makes one")
            ])
        }
        var files = SiteFiles(course, pages: pages, provenance: provenance, isPresent: isPresent).all
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
        pages.contains { path == "\($0.slug).html" || path == "\($0.slug).md" || path == $0.mathStyle }
    }

    /// A file's path as problems show it: from the course's folder, if it is in there.
    private func name(of path: String) -> String {
        let file = path.isEmpty ? folder.path : folder.appending(path: path).path
        let root = course.root.standardizedFileURL.path + "/"
        return file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
    }
}
