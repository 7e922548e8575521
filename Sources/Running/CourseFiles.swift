import Foundation
import Hashing

/// The files that cells read: those of the course are known by their paths from its folder, so that a course may move.
struct CourseFiles: Sendable {
    let course: URL
    let fingerprints: Fingerprints

    /// What the file at the absolute `path` is called.
    func name(of path: String) -> String {
        let folder = course.resolvingSymlinksInPath().path + "/"
        return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }

    /// What the files in a folder of the course, and in the folders in it, are called. Hidden ones are left out.
    func names(in folder: String) -> [String] {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: course.appending(path: folder).path)) ?? []
        return paths.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.map { "\(folder)/\($0)" }
    }

    /// What tells those of the files called `names` that count from others.
    func digest(of names: [String], where counts: (String) -> Bool) -> String {
        sha256(of: names.filter(counts).sorted().flatMap { name in digest(of: name).map { [name, $0] } ?? [] })
    }

    /// The SHA-256 of the file called `name`; nil where there is none.
    func digest(of name: String) -> String? {
        fingerprints.digest(of: name.hasPrefix("/") ? name : course.resolvingSymlinksInPath().path + "/" + name)
    }
}
