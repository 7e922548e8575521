import ArgumentParser
import Foundation
import Literate
import Site

/// `weft init`: a course to begin with.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a small course that builds at once, to be replaced by your own.",
        discussion: "Nothing is ever overwritten. Exit status: 0 if the course is made, 1 if not.")

    @Argument(
        help: ArgumentHelp("The folder for the course, new or empty.", valueName: "folder"), completion: .directory,
        transform: { URL(fileURLWithPath: $0) })
    var folder: URL

    func run() throws {
        let course = try ProblemOutput.orExit { () throws(Problems) in try NewCourse(in: folder) }
        let name = folder.relativePath
        print("Made a course in \(name): \(course.files.joined(separator: ", "))")
        print("Build it with 'weft build \(name)', then open \(name)/site/public/index.html")
    }
}
