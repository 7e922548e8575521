public import Foundation
public import Literate
import Running

/// A course to begin with: two small chapters that build at once, for their author to replace.
public struct NewCourse: Sendable {
    /// What was written, by paths from the course's folder.
    public let files: [String]

    /// Where each file goes, by its name in the folder `Starter` that comes with Weft.
    private static let places = [
        ("gitignore", ".gitignore"), ("site.yml", "site/site.yml"), ("dice.md", "chapters/dice.md"),
        ("birthdays.md", "chapters/birthdays.md"),
    ]

    /// Writes the course into `folder`, which is made if it is not there.
    /// - Throws: a problem where the folder holds anything but a repository's own data, or can't be written.
    public init(in folder: URL) throws(Problems) {
        let name = folder.relativePath
        try Self.checkEmpty(
            folder, called: name, fix: "choose a new one; 'weft new SLUG' adds a chapter to a course that is there")
        do {
            let starter = Bundle.module.bundleURL.appending(path: "Starter")
            let files = try Self.places.map { source, path in
                (path: path, contents: try Data(contentsOf: starter.appending(path: source)))
            }
            try NewFiles.write(files, into: folder)
        } catch {
            throw Problems([
                Problem(file: name, message: "the folder can't be written: \(FileFault.reason(of: error))")
            ])
        }
        files = Self.places.map(\.1)
    }

    /// - Throws: a problem where `folder` holds anything but a repository's own data, or is a file.
    static func checkEmpty(_ folder: URL, called name: String, fix: String) throws(Problems) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else {
            throw Problems([Problem(file: name, message: "there is a file of this name", fix: "choose another folder")])
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard names.allSatisfy({ $0 == ".git" }) else {
            throw Problems([
                Problem(file: name, message: "the folder is not empty", fix: fix)
            ])
        }
    }
}
