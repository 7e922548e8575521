import Foundation
import Literate
import Site
import Testing
import TestSupport

/// What the chapters of a course refer to: one another, works, images.
@Suite struct `What a course refers to` {
    private let folder: TemporaryFolder

    private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"></svg>"

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: C\nbibliography: site/references.yml\n", to: "site/site.yml")
        try folder.write("- id: a2014\n  title: A\n  issued: 2014\n", to: "site/references.yml")
        try folder.write(Self.svg, to: "chapters/images/a.svg")
        try write("![A](images/a.svg){#fig-a}\n\n[@a2014] $x^2$", to: "one")
        try write("See @fig-a, and again ![A](images/a.svg).", to: "two")
    }

    private func write(_ text: String, to slug: String) throws {
        try folder.write("---\ntitle: T\n---\n\(text)\n", to: "chapters/\(slug).md")
    }

    @Test func `is woven into its pages, and its images go with them`() async throws {
        let report = await build()
        #expect(report.problems == [])
        #expect((folder.text("site/public/images/a.svg") ?? "") == Self.svg)
        #expect(
            (folder.text("site/public/one.html") ?? "").contains(
                "<img src=\"images/a.svg\" alt=\"A\" width=\"30\" height=\"20\" />"))
        #expect((folder.text("site/public/one.html") ?? "").contains("<li id=\"work--a2014\">"))
        #expect((folder.text("site/public/two.html") ?? "").contains("href=\"one.html#fig-a\">Figure\u{A0}1.1</a>"))
    }

    @Test func `changes a page when what it refers to changes`() async throws {
        _ = await build()
        try write("![B](images/a.svg){#fig-b}\n\n![A](images/a.svg){#fig-a}", to: "one")
        _ = await build()
        #expect((folder.text("site/public/two.html") ?? "").contains(">Figure\u{A0}1.2</a>"))
        try folder.write(Self.svg.replacing("30", with: "60"), to: "chapters/images/a.svg")
        _ = await build()
        #expect((folder.text("site/public/two.html") ?? "").contains("width=\"60\""))
    }

    @Test(
        arguments: [
            ("![A](images/b.svg)", "4:1: error: there is no image 'chapters/images/b.svg': did you mean 'a.svg'?"),
            ("text ![A](/a.svg)", "4:6: error: the image '/a.svg' is not in chapters/"),
            ("![A](../site/a.svg)", "4:1: error: the image '../site/a.svg' is not in chapters/"),
            ("![A](https://x.org/a.svg)", "4:1: error: the image 'https://x.org/a.svg' is on another site"),
            ("![A](one.md)", "4:1: error: 'chapters/one.md' is no PNG, JPEG, GIF, WebP or SVG"),
            ("@fig-b", "4:1: error: nothing has the label 'fig-b': did you mean '@fig-a'?"),
            ("@a2041", "4:1: error: unknown work 'a2041': did you mean '@a2014'?"),
            (
                "![A](images/a.svg){#fig-a}",
                "4:1: error: the label 'fig-a' is used twice: first in chapters/one.md on line 4"
            ),
            (
                "text ![A](images/a.svg){#fig-b}",
                "4:6: error: an image in a sentence is no figure: it has no number that 'fig-b' could refer to"
            ),
            ("$\\foo$", "4:2: error: "),
        ])
    func `is refused where it is not there`(text: String, problem: String) throws {
        try write(text, to: "two")
        let problems = #expect(throws: Problems.self) { try Course(at: folder.url) }
        let description = problems?.description ?? ""
        #expect(description.hasPrefix("chapters/two.md:" + problem), "\(description)")
    }

    @Test func `is refused without its file of works`() throws {
        try folder.write("title: C\nbibliography: site/works.yml\n", to: "site/site.yml")
        let problems = #expect(throws: Problems.self) { try Course(at: folder.url) }
        #expect(
            problems?.description
                == "site/works.yml: error: there is no such file\n"
                + "    'bibliography' in site/site.yml names it; paths begin at the course's folder")
    }

    @Test func `takes the works that a chapter names`() throws {
        try folder.write("title: C\n", to: "site/site.yml")
        try folder.write("---\ntitle: T\nbibliography: site/references.yml\n---\n@a2014\n", to: "chapters/two.md")
        #expect(try Course(at: folder.url).chapters.count == 2)
    }

    private func build() async -> BuildReport {
        await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
    }
}
