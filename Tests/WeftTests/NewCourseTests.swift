import Foundation
import Subprocess
import Testing
import TestSupport

@Suite struct `A new course` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `builds at once, and with a chapter more`() async throws {
        let made = try await WeftProgram.run(["init", "course"], in: folder.url)
        #expect(made.status == .exited(0), "\(made.error)")
        #expect(
            made.output == """
                Made a course in course: .gitignore, site/site.yml, chapters/dice.md, chapters/birthdays.md
                Build it with 'weft build course', then open course/site/public/index.html

                """)
        let added = try await WeftProgram.run(["new", "early-stopping", "course"], in: folder.url)
        #expect(added.status == .exited(0), "\(added.error)")
        #expect(
            added.output.hasPrefix("Made chapters/early-stopping.md, and added it to 'chapters' in site/site.yml\n"))

        let built = try await WeftProgram.run(["build", "course"], in: folder.url)
        #expect(built.status == .exited(0), "\(built.error)")
        #expect(built.error == "")
        #expect(built.output.contains("3 chapters, 6 cells run, 3 claims held"))
        #expect(
            folder.text("course/site/public/birthdays.html")?.contains("at <span class=\"value\">23</span>") == true)

        // The chapter says that this is what happens.
        let dice = try #require(folder.text("course/chapters/dice.md"))
        try folder.write(
            dice.replacing("let sums = (1...6)", with: "let sums = (1...5)"), to: "course/chapters/dice.md")
        let failed = try await WeftProgram.run(["build", "course", "--only", "dice"], in: folder.url)
        #expect(failed.status == .exited(1))
        #expect(failed.error.contains("chapters/dice.md:15:10: error: this claim is false: ways.allSatisfy"))
        #expect(failed.error.split(separator: "error:").count == 2)
    }

    @Test func `may be made where a repository begins`() async throws {
        try folder.write("ref: refs/heads/main", to: ".git/HEAD")
        #expect(try await WeftProgram.run(["init", "."], in: folder.url).status == .exited(0))
        #expect(folder.text(".gitignore")?.contains(".weft/\n") == true)
    }

    @Test func `never takes the place of anything`() async throws {
        try folder.write("mine", to: "folder/.hidden")
        try folder.write("mine", to: "file")
        for (name, problem) in [("folder", "the folder is not empty"), ("file", "there is a file of this name")] {
            let result = try await WeftProgram.run(["init", name], in: folder.url)
            #expect(result.status == .exited(1))
            #expect(result.error.hasPrefix("\(name): error: \(problem)\n    choose"))
        }
        #expect(folder.files == ["file", "folder/.hidden"])
    }

    @Test func `can't be made where nothing can be written`() async throws {
        let result = try await WeftProgram.run(["init", "/proc/course"])
        #expect(result.status == .exited(1))
        #expect(result.error.hasPrefix("/proc/course: error: the folder can't be written: "))
    }

    @Test(arguments: [
        ["init"], ["init", "a", "b"], ["new"], ["new", "Not A Slug"], ["new", "../x"], ["new", "index"],
        ["new", "a", "b", "c"],
    ])
    func `is not made where the command is used wrongly`(arguments: [String]) async throws {
        #expect(try await WeftProgram.run(arguments, in: folder.url).status == .exited(64))
        #expect(folder.files == [])
    }

    @Test func `is needed for a new chapter`() async throws {
        let result = try await WeftProgram.run(["new", "x"], in: folder.url)
        #expect(result.status == .exited(1))
        #expect(result.error.hasPrefix("site/site.yml: error: there is no such file\n"))
        #expect(folder.files == [])
    }
}
