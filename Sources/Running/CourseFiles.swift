import Foundation

/// The files that cells read: those of the course are known by their paths from its folder, so that a course may move.
struct CourseFiles: Sendable {
    let course: URL
    let fingerprints: Fingerprints

    /// What the file at the absolute `path` is called.
    func name(of path: String) -> String {
        let folder = course.resolvingSymlinksInPath().path + "/"
        return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }

    /// The SHA-256 of the file called `name`; nil where there is none.
    func digest(of name: String) -> String? {
        fingerprints.digest(of: name.hasPrefix("/") ? name : course.resolvingSymlinksInPath().path + "/" + name)
    }
}
