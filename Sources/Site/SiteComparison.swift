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
    ///   - live: the scripts of live cells of these pages, by their names.
    ///   - packages: the packages that readers of these pages can download, by the names of their chapters.
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
        if isWhole {
            files += course.surroundings.files
        } else {
            let own = Set(
                pages.flatMap(Self.files) + live.keys.map(LiveCells.scriptPath)
                    + packages.keys.map(ChapterPackages.path))
            files.removeAll { !own.contains($0.path) }
        }
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

    /// The files that belong to `page` alone and are made of nothing but it.
    private static func files(of page: Page) -> [String] {
        [page.path, "\(page.slug).md", SiteFiles.cardPath(of: page.path)] + page.tables.keys
            + [page.mathStyle].compactMap { $0 }
    }

    /// A file's path as problems show it: from the course's folder, if it is in there.
    private func name(of path: String) -> String {
        let file = path.isEmpty ? folder.path : folder.appending(path: path).path
        let root = course.root.standardizedFileURL.path + "/"
        return file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
    }
}
