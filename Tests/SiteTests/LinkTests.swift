import Foundation
import Literate
import Site
import Testing
import TestSupport

@Suite struct `The links of a course` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: C\nchapters: [one, two]\nquestions: {Q1: Why?}\n", to: "site/site.yml")
        try folder.write("---\ntitle: One\n---\n\n## Why {#sec-why}\n\n## How many\n", to: "chapters/one.md")
        try folder.write("---\ntitle: Unlisted\n---\n", to: "chapters/unlisted.md")
        try folder.write("a,b\n", to: "chapters/data/table.csv")
        try write("Text.")
    }

    private func write(_ text: String) throws {
        try folder.write("---\ntitle: Two\n---\n\(text)\n", to: "chapters/two.md")
    }

    @Test(arguments: [
        (
            "one.mdd",
            "the link leads to 'one.mdd', and there is no such chapter and no such file in chapters/: did you mean 'one.md'?"
        ),
        (
            "oen.html",
            "the link leads to 'oen.html', and there is no such chapter and no such file in chapters/: did you mean 'one.html'?"
        ),
        (
            "data/tabel.csv",
            "the link leads to 'data/tabel.csv', and there is no such chapter and no such file in chapters/: did you mean 'data/table.csv'?"
        ),
        (
            "www.example.org",
            "the link leads to 'www.example.org', and there is no such chapter and no such file in chapters/\n    write 'https://www.example.org'"
        ),
        ("data", "the link leads to 'data', which is a folder"),
        ("../site/site.yml", "the link '../site/site.yml' leads out of chapters/"),
        ("unlisted.md", "the link leads to the chapter 'unlisted', which is not on the site"),
        ("#sec-what", "nothing in chapters/two.md has the id 'sec-what'\n    give the section one"),
        ("#sec-why", "nothing in chapters/two.md has the id 'sec-why', but chapters/one.md has it"),
        ("one.md#sec-wy", "nothing in chapters/one.md has the id 'sec-wy': did you mean '#sec-why'?"),
        ("one.html#howmany", "nothing in chapters/one.md has the id 'howmany': did you mean '#how-many'?"),
        ("index.html#question-q2", "nothing in the home page has the id 'question-q2': did you mean '#question-q1'?"),
        ("https:/x.org", "'https:/x.org' is not an address on the web"),
    ])
    func `that lead nowhere are refused at their places`(address: String, problem: String) throws {
        try write("A sentence.\nAnd a [link](\(address)).")
        let problems = #expect(throws: Problems.self) { try Course(at: folder.url) }
        let description = problems?.description ?? ""
        #expect(description.hasPrefix("chapters/two.md:5:7: error: " + problem), "\(description)")
        #expect(problems?.all.count == 1)
    }

    @Test(arguments: [
        "one.md", "one.html", "./one.md#sec-why", "one.html#how-many", "#main", "index.html", "index.html#question-q1",
        "data/table.csv", "llms.txt", "two.md#", "https://example.org/nowhere",
    ])
    func `that lead somewhere are accepted`(address: String) throws {
        try write("[link](\(address))")
        #expect(throws: Never.self) { try Course(at: folder.url) }
    }

    @Test func `take the files that they lead to onto the site`() async throws {
        try write("[data](data/table.csv), [more](data/a%20b.txt), <a href=\"data/c.txt\">c</a>")
        try folder.write("text", to: "chapters/data/a b.txt")
        try folder.write("c", to: "chapters/data/c.txt")
        try folder.write("not linked to", to: "chapters/data/other.txt")
        #expect(
            await build().problems.map(\.message) == [
                "the chapter is not on the site: 'chapters' in site/site.yml does not list it"
            ])
        #expect(folder.text("site/public/data/table.csv") == "a,b\n")
        #expect(folder.text("site/public/data/a b.txt") == "text")
        #expect(folder.text("site/public/data/c.txt") == "c")
        #expect(folder.text("site/public/data/other.txt") == nil)
        #expect(folder.text("site/public/two.html")?.contains("<a href=\"data/a%20b.txt\">") == true)

        // A file that changes changes the site.
        try folder.write("other", to: "chapters/data/table.csv")
        #expect(await build().status == .succeeded)
        #expect(folder.text("site/public/data/table.csv") == "other")
    }

    @Test func `are all checked, and what is wrong with them is told together with what cells do wrong`() async throws {
        try write("[a](a.md) [b](b.md)\n\n```swift\nlet a: Int = 1.5\n```\n")
        let report = await build()
        #expect(report.status == .failed)
        let errors = report.problems.filter { $0.severity == .error }
        #expect(
            errors.map(\.location) == [
                Location(line: 4, column: 1), Location(line: 4, column: 11), Location(line: 7, column: 14),
            ])
        #expect(folder.text("site/public/index.html") == nil)
    }

    private func build() async -> BuildReport {
        await Build(course: folder.url, program: BuiltProducts.weft).run(progress: SilentProgress())
    }
}
