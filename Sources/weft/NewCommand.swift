import ArgumentParser
import Literate
import Site

/// `weft new`: a chapter to begin with.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a chapter of a course.",
        discussion: """
            Writes chapters/SLUG.md and adds it to 'chapters' in site/site.yml, if the course lists its chapters there. \
            Nothing is ever overwritten. Exit status: 0 if so, 1 if not, 64 for a name that no chapter can have.
            """)

    @Argument(help: "The chapter's name in addresses, such as 'early-stopping'.")
    var slug: String

    @OptionGroup var course: CourseOptions

    func validate() throws {
        if let objection = NewChapter.objection(to: slug) { throw ValidationError(objection) }
    }

    func run() throws {
        let chapter = try ProblemOutput.orExit { () throws(Problems) in try NewChapter(slug, in: course.folder) }
        print("Made \(chapter.path)" + (chapter.isListed ? ", and added it to 'chapters' in site/site.yml" : ""))
        print("Write it, then build it with 'weft build --only \(slug)'")
    }
}
