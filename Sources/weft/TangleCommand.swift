import ArgumentParser
import Foundation
import Literate
import Site

/// `weft tangle`: a chapter as a program of its own.
struct TangleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tangle",
        abstract: "Make a Swift package of a chapter, which prints what the chapter's page shows.",
        discussion: """
            'swift run -c release', in the package's folder, runs the chapter's cells in their order and prints what they \
            print and show: values as text, tables in columns, of a figure the sentence that says what it shows; and \
            each expression of the prose with its value ('1 + 1 → 2'), each claim with its outcome ('✓ a < b', '✗' \
            where it is false, which also makes the exit status 1). The program has the seeds and the parameters of \
            the course. Files of the course that a string in a cell names come along. Cells that are to fail, or not \
            to run, are comments in it; exercises are left out. Nothing is ever overwritten. Exit status: 0 if the \
            package is made, 1 if not, 64 for a mistake on the command line.
            """)

    @Argument(help: "The chapter's name in addresses, such as 'early-stopping'.")
    var slug: String

    @OptionGroup var course: CourseOptions

    @Option(
        help: ArgumentHelp("Write the package to this folder, new or empty. (default: SLUG)", valueName: "folder"),
        completion: .directory, transform: { URL(fileURLWithPath: $0) })
    var output: URL?

    @Option(
        help: ArgumentHelp(
            "Where the package finds Weft: a folder, or the address of a repository. (default: the folder that this "
                + "program was built in)", valueName: "folder or address"))
    var weft: String?

    @OptionGroup var parameters: ParameterOptions

    func run() throws {
        let folder = output ?? URL(fileURLWithPath: slug)
        let library = try library()
        let files = try ProblemOutput.orExit { () throws(Problems) in
            let chapter = try TangledChapter(
                slug, ofCourseAt: course.folder, parameters: parameters.values, library: library)
            try chapter.write(to: folder)
            return chapter.files.map(\.path)
        }
        print("Made a package in \(folder.relativePath): \(files.joined(separator: ", "))")
        print("Run it there with 'swift run -c release'")
    }

    private func library() throws -> ProgramPackage.Library {
        if let weft {
            let isAddress = weft.contains("://") || weft.hasPrefix("git@")
            return isAddress ? .repository(weft) : .folder(URL(fileURLWithPath: weft).standardizedFileURL.path)
        }
        guard let folder = WeftPackage.folder(of: RunningOptions.program) else {
            throw ValidationError("This program is not where it was built: say with '--weft' where Weft's package is.")
        }
        return .folder(folder.path)
    }
}
