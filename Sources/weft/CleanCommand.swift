import ArgumentParser
import Foundation
import Literate
import Site

/// `weft clean`: forgets what builds have left for later ones.
struct CleanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clean", abstract: "Remove what builds have kept for later ones; the site stays.")

    @OptionGroup var course: CourseOptions

    func run() throws {
        let bytes = try ProblemOutput.orExit { () throws(Problems) in try Course.forgetResults(in: course.folder) }
        print(
            bytes > 0
                ? "Removed \((Double(bytes) / 1e6).formatted(.number.precision(.fractionLength(1)))) MB"
                : "There was nothing to remove")
    }
}
