import Foundation
import Literate
import Site
import Testing
import TestSupport

@Suite struct `A course's own theme` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Course\n", to: "site/site.yml")
        try folder.write("---\ntitle: One\n---\nText.\n", to: "chapters/one.md")
    }

    @Test func `replaces templates by name`() throws {
        try folder.write("<title>{{page.title}}</title>{{> footer}}", to: "site/theme/page.mustache")
        try folder.write("<p>{{title}}</p>", to: "site/theme/footer.mustache")
        let files = try files()
        #expect(files["one.html"] == "<title>One</title><p>Course</p>")
        #expect(files["index.html"]?.hasPrefix("<!doctype html>") == true)
    }

    @Test func `adds its style after all others, outside of their layer`() throws {
        try folder.write("a {}", to: "site/theme/extra.css")
        try folder.write(":root {}", to: "site/theme/tokens.css")
        let style = try #require(try files()["theme.css"])
        #expect(style.hasPrefix("@layer weft{"))
        #expect(style.hasSuffix("}\n:root {}a {}"))
    }

    @Test(arguments: [
        ("page.mustache", "<p>\n{{#a}}\n{{/b}}", "page.mustache:3:4: error: this section's end names another"),
        ("page.mustache", "{{#a}}\n", "page.mustache:2:1: error: a section is not closed"),
        ("page.mustache", "x\n {{a", "page.mustache:2:5: error: a tag is not closed"),
        (
            "page.mustache", "\n{{> contnets}}",
            "page.mustache:2:5: error: there is no template 'contnets': did you mean 'contents'?"
        ),
        ("paeg.mustache", "", "paeg.mustache: error: no page is made with the template 'paeg': did you mean 'page'?"),
        ("style.css", "", "style.css: error: the file is not part of a theme\n    a theme has templates"),
    ])
    func `is refused where it is wrong`(name: String, text: String, problem: String) throws {
        try folder.write(text, to: "site/theme/\(name)")
        let problems = #expect(throws: Problems.self) { try Course(at: folder.url) }
        let description = problems?.description ?? ""
        #expect(description.hasPrefix("site/theme/" + problem), "\(description)")
    }

    @Test func `is refused where it is not text`() throws {
        try folder.write(Data([0x61, 0xFF]), to: "site/theme/extra.css")
        let problems = #expect(throws: Problems.self) { try Course(at: folder.url) }
        #expect(problems?.description.hasPrefix("site/theme/extra.css:1:2: error: the byte 0xFF is not UTF-8") == true)
    }

    private func files() throws -> [String: String] {
        let course = try Course(at: folder.url)
        let pages = course.chapters.map { Page($0, Execution(results: [])) }
        let files = SiteFiles(course, pages: pages) { _ in false }.all
        return Dictionary(files.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }) { $1 }
    }
}
