import Foundation
import Literate
import Site
import Testing
import TestSupport

@Suite struct `A course` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        try folder.write("---\ntitle: One\n---\nText.\n", to: "chapters/one.md")
        try folder.write("---\ntitle: Two\n---\nText.\n", to: "chapters/two.md")
    }

    @Test func `has its chapters by name, unless it lists them`() throws {
        #expect(try Course(at: folder.url).chapters.map(\.slug) == ["one", "two"])
        try folder.write("title: Course\nchapters: [two, one]\n", to: "site/site.yml")
        #expect(try Course(at: folder.url).chapters.map(\.slug) == ["two", "one"])
    }

    @Test func `leaves out drafts`() throws {
        try folder.write("---\ntitle: One\ndraft: true\n---\n", to: "chapters/one.md")
        #expect(try Course(at: folder.url).chapters.map(\.slug) == ["two"])
    }

    @Test func `warns of a chapter that it does not list`() throws {
        try folder.write("title: Course\nchapters: [two]\n", to: "site/site.yml")
        #expect(
            try Course(at: folder.url).warnings.map(\.description) == [
                "chapters/one.md: warning: the chapter is not on the site: 'chapters' in site/site.yml does not list it"
            ])
    }

    @Test(arguments: [
        ("titel: C\n", "site/site.yml:1:1: error: unknown key 'titel': did you mean 'title'?"),
        ("lang: en\n", "site/site.yml:1:1: error: the course has no title"),
        ("", "site/site.yml:1:1: error: the course has no title"),
        (
            "title: C\nchapters: [tow]\n",
            "site/site.yml:2:12: error: 'chapters' lists 'tow', but there is no chapters/tow.md: did you mean 'two'?"
        ),
        ("title: C\nchapters: [two, two]\n", "site/site.yml:2:17: error: 'chapters' lists 'two' twice"),
        (
            "title: C\nparams: {\"a:b\": c}\n",
            "site/site.yml:2:10: error: the parameter 'a:b' is to be named with letters"
        ),
        ("title: C\nparams: [a]\n", "site/site.yml:2:9: error: 'params' is to hold lines of the form 'name: value'"),
        ("title: C\nurl: example.org\n", "site/site.yml:2:6: error: 'example.org' is not the address of a folder"),
        ("title: C\nurl: https://a.b/?c\n", "site/site.yml:2:6: error: 'https://a.b/?c' is not the address"),
        ("title: C\nrepository: o/r\n", "site/site.yml:2:13: error: 'o/r' is not the address of a repository"),
        ("title: C\nlang: de\nlang: en\n", "site/site.yml:3:1: error: 'lang' is set twice: first on line 2"),
        (
            "title: C\nsolutions: omited\n",
            "site/site.yml:2:12: error: 'solutions' is to be folded, appendix or omitted, not 'omited': did you mean 'omitted'?"
        ),
        ("title: C\n  lang: [\n", "site/site.yml:2:7: error: not YAML"),
    ])
    func `is refused where site.yml is wrong`(yaml: String, problem: String) throws {
        try folder.write(yaml, to: "site/site.yml")
        expectProblem(problem)
    }

    @Test func `is refused without site.yml`() throws {
        try FileManager.default.removeItem(at: folder.url.appending(path: "site/site.yml"))
        expectProblem("site/site.yml: error: there is no such file\n    a course is a folder with 'chapters/'")
    }

    @Test func `is refused without chapters`() throws {
        try FileManager.default.removeItem(at: folder.url.appending(path: "chapters"))
        expectProblem("chapters: error: the course has no chapters")
        try folder.write("no chapter", to: "chapters/notes.txt")
        expectProblem("chapters: error: the course has no chapters")
    }

    @Test(arguments: ["index", "404", "Two Words", "über", "-a"])
    func `is refused where a chapter's name can't be an address`(name: String) throws {
        try folder.write("---\ntitle: T\n---\n", to: "chapters/\(name).md")
        expectProblem("chapters/\(name).md: error: a chapter's name is to consist of lower-case letters")
    }

    @Test func `is refused where a chapter answers a question that it does not have`() throws {
        try folder.write("title: C\nquestions: {Q1a: Why?}\n", to: "site/site.yml")
        try folder.write("---\ntitle: One\nanswers: [Q1b]\n---\n", to: "chapters/one.md")
        expectProblem("chapters/one.md:1:1: error: 'answers' names 'Q1b', but site/site.yml has no such question")
    }

    @Test func `tells what is wrong in all chapters`() throws {
        try folder.write("no front matter", to: "chapters/one.md")
        try folder.write("---\ntitle: T\n---\n# No\n", to: "chapters/two.md")
        let problems = #expect(throws: Problems.self) { try Course(at: folder.url) }
        #expect(problems?.all.map(\.file) == ["chapters/one.md", "chapters/two.md"])
    }

    private func expectProblem(_ words: String, at sourceLocation: SourceLocation = #_sourceLocation) {
        let problems = #expect(throws: Problems.self, sourceLocation: sourceLocation) { try Course(at: folder.url) }
        let description = problems?.description ?? ""
        #expect(description.hasPrefix(words), "\(description)", sourceLocation: sourceLocation)
    }
}
