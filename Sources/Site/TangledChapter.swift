public import Foundation
public import Literate
import Running

/// A chapter's package with the files of the course that its program reads, ready to be written or downloaded.
public struct TangledChapter: Sendable {
    /// The files by their paths in the package's folder.
    public let files: [(path: String, contents: Data)]

    /// - Parameters:
    ///   - solutions: what becomes of the solutions of exercises; where they are omitted, so is the code in them.
    ///   - course: the course's folder. A file in there that a string of the program names comes along under its path,
    ///     because cells run in that folder, and the program in its own.
    init(
        _ chapter: Chapter, _ solutions: Solutions, parameters: [String: String], library: ProgramPackage.Library,
        course: URL
    ) {
        let package = ProgramPackage(chapter, solutions, parameters: parameters, library: library)
        let root = course.standardizedFileURL.path + "/"
        let read = package.literals.sorted().compactMap { text -> (String, Data)? in
            guard !text.isEmpty, text.utf8.count < 1024, !text.hasPrefix("/") else { return nil }
            let file = course.appending(path: text).standardizedFileURL
            var isFolder: ObjCBool = false
            guard file.path == root + text, FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
                !isFolder.boolValue, let contents = try? Data(contentsOf: file)
            else { return nil }
            return (text, contents)
        }
        let own = package.files.map { ($0.path, Data($0.text.utf8)) }
        files = own + read.filter { path, _ in !own.contains { $0.0 == path } }
    }

    /// The chapter `slug` of the course at `root`.
    /// - Throws: what is wrong with the texts of the course, or that it has no such chapter or parameter.
    public init(
        _ slug: String, ofCourseAt root: URL, parameters: [String: String], library: ProgramPackage.Library
    ) throws(Problems) {
        let course = try CourseText(at: root)
        guard course.problems.isEmpty else { throw Problems(course.problems) }
        try self.init(
            course.chapters.named(slug), course.configuration.solutions,
            parameters: course.configuration.parameters(changedBy: parameters),
            library: library, course: root)
    }

    /// Writes the package into `folder`, which is made if it is not there.
    /// - Throws: a problem where the folder holds anything, or can't be written.
    public func write(to folder: URL) throws(Problems) {
        let name = folder.relativePath
        try NewCourse.checkEmpty(
            folder, called: name, fix: "choose a new one: 'weft tangle SLUG --output FOLDER'")
        do {
            try NewFiles.write(files, into: folder)
        } catch {
            throw Problems([
                Problem(file: name, message: "the folder can't be written: \(FileFault.reason(of: error))")
            ])
        }
    }
}
