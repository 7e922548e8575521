import Foundation
import Literate
import Site
import Testing
import TestSupport

@Suite struct `A new chapter` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("---\ntitle: A\n---\n", to: "chapters/a.md")
        try folder.write("---\ntitle: B\n---\n", to: "chapters/b.md")
    }

    @Test(arguments: [
        // What site.yml says, and what it says with the chapter.
        ("title: T\nchapters: [a, b] # all\nlang: en\n", "title: T\nchapters: [a, b, new] # all\nlang: en\n"),
        ("title: T\nchapters: [a, 'b']\n", "title: T\nchapters: [a, 'b', new]\n"),
        ("title: T\nchapters: [\n  a,\n  \"b\" # last\n]\n", "title: T\nchapters: [\n  a,\n  \"b\", new # last\n]\n"),
        ("chapters:\n  - a\n  - b # last\n\ntitle: T\n", "chapters:\n  - a\n  - b # last\n  - new\n\ntitle: T\n"),
        ("title: T\nchapters:\n- a", "title: T\nchapters:\n- a\n- new"),
        (
            "title: Größe\r\nchapters:\r\n  - a\r\n  - b\r\n",
            "title: Größe\r\nchapters:\r\n  - a\r\n  - b\r\n  - new\r\n"
        ),
        ("\u{FEFF}chapters: [a]\ntitle: T\n", "\u{FEFF}chapters: [a, new]\ntitle: T\n"),
        ("title: T\nchapters: a\n", "title: T\nchapters: [a, new]\n"),
        ("title: T\nchapters: 'a' # one\n", "title: T\nchapters: ['a', new] # one\n"),
        ("{title: T, chapters: [a]}\n", "{title: T, chapters: [a, new]}\n"),
    ])
    func `is added to the list of chapters, and nothing else is changed`(text: String, changed: String) throws {
        try folder.write(text, to: "site/site.yml")
        let chapter = try NewChapter("new", in: folder.url)
        #expect(chapter.isListed)
        #expect(folder.text("site/site.yml").map { Array($0.utf8) } == Array(changed.utf8))
        #expect(try Course(at: folder.url).chapters.last?.slug == "new")
    }

    @Test(arguments: ["title: T\n", "title: T\nchapters: []\n"])
    func `is on the site without a list`(text: String) throws {
        try folder.write(text, to: "site/site.yml")
        #expect(try !NewChapter("new", in: folder.url).isListed)
        #expect(folder.text("site/site.yml") == text)
        #expect(try Course(at: folder.url).chapters.map(\.slug) == ["a", "b", "new"])
    }

    @Test(arguments: [("early-stopping", "Early stopping"), ("2024", "2024"), ("null", "Null"), ("x", "X")])
    func `has a title made of its name`(slug: String, title: String) throws {
        try folder.write("title: T\n", to: "site/site.yml")
        let path = try NewChapter(slug, in: folder.url).path
        let source = SourceText(path: path, text: try #require(folder.text(path)))
        let chapter = try Chapter(source, slug: slug)
        #expect(chapter.frontMatter.title == title)
        #expect(chapter.cells.count == 1)
    }

    @Test(arguments: [
        ("a", "title: T\n", "chapters/a.md: error: the chapter is there already"),
        ("new", "titel: T\n", "site/site.yml:1:1: error: unknown key 'titel': did you mean 'title'?"),
        ("new", "title: T\nchapters: [a, new]\n", "site/site.yml: error: 'chapters' lists 'new' already"),
        (
            "new", "title: T\nchapters: [\"\\x61\"]\n",
            "site/site.yml:2:12: error: the list of chapters can't be added to\n    write 'new' into 'chapters' yourself"
        ),
    ])
    func `is refused where it can't be made, and nothing is written`(slug: String, text: String, problem: String) throws
    {
        try folder.write(text, to: "site/site.yml")
        let before = folder.files.map { [$0, folder.text($0)] }
        let problems = #expect(throws: Problems.self) { try NewChapter(slug, in: folder.url) }
        #expect(problems?.description.hasPrefix(problem) == true, "\(problems?.description ?? "")")
        #expect(folder.files.map { [$0, folder.text($0)] } == before)
    }

    @Test(arguments: [
        ("Early Stopping", "'early-stopping' would do"), ("Größe?", "'grosse' would do"), ("a--b", "'a-b' would do"),
        ("index", nil), ("404", nil), ("", nil), ("../x", "'x' would do"), ("æ", nil),
    ])
    func `is not named like this`(slug: String, proposal: String?) throws {
        let objection = try #require(NewChapter.objection(to: slug))
        #expect(objection.hasPrefix("a chapter's name consists of lower-case letters"))
        #expect(proposal.map { objection.hasSuffix($0) } ?? !objection.contains("would do"), "\(objection)")
    }

    @Test(arguments: ["a", "early-stopping", "2-layers"]) func `may be named like this`(slug: String) {
        #expect(NewChapter.objection(to: slug) == nil)
    }
}
