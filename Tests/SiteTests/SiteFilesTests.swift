import Foundation
import Literate
import Site
import Testing
import TestSupport

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct `The files of a site` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            title: Course & more
            description: About <it>.
            questions: {Q1a: Why?, Q1b: How?}

            """, to: "site/site.yml")
        try folder.write(
            "---\ntitle: One\nanswers: [Q1a]\ndescription: The first.\ndate: 2026-03-09\n---\nText.\n",
            to: "chapters/one.md")
        try folder.write("---\ntitle: Two\nanswers: [Q1a]\n---\nText.\n", to: "chapters/two.md")
    }

    @Test func `are these, without an address`() throws {
        #expect(
            try files().keys.sorted() == [
                "404.html", "index.html", "llms.txt", "one.html", "one.md", "search-index.js", "theme.css", "theme.js",
                "two.html", "two.md",
            ])
    }

    @Test func `are these, with an address`() throws {
        try add("url: https://example.org/course/\n")
        let files = try files()
        #expect(files.keys.contains("robots.txt") == false)
        #expect(
            files["sitemap.xml"]?.matches(of: #/<loc>(.*?)</loc>/#).map { String($0.1) } == [
                "https://example.org/course/", "https://example.org/course/one.html",
                "https://example.org/course/two.html",
            ])
        let page = try #require(files["one.html"])
        #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/course/one.html\">"))
        #expect(page.contains("<meta property=\"og:url\" content=\"https://example.org/course/one.html\">"))
        #expect(files["404.html"]?.contains("href=\"https://example.org/course/theme.css\"") == true)
        #expect(files["llms.txt"]?.contains("- [One](https://example.org/course/one.md): The first.") == true)
    }

    @Test func `have a picture for links to each page, with its title stitched, where there is an address`() throws {
        try add("url: https://example.org/course/\n")
        try folder.write("---\ntitle: Önly — 100% “two”\n---\nText.\n", to: "chapters/two.md")
        let course = try Course(at: folder.url)
        let pages = course.chapters.map { Page($0, Execution(results: [])) }
        let files = SiteFiles(course, pages: pages) { _ in false }.all
        let cards = files.filter { $0.path.hasSuffix(".png") }
        #expect(cards.map(\.path) == ["cards/index.png", "cards/one.png", "cards/two.png"])
        #expect(Set(cards.map(\.contents)).count == 3)
        for card in cards {
            #expect(card.contents.count < 20_000)
            #expect(ImageSize(of: Array(card.contents)) == ImageSize(width: 1200, height: 630))
        }
        let page = try #require(self.files()["one.html"])
        #expect(
            page.contains("<meta property=\"og:image\" content=\"https://example.org/course/cards/one.png\">"))
        #expect(page.contains("content=\"summary_large_image\""))
    }

    @Test(arguments: [
        (0, "ran its 2 cells in order and wove", nil),
        (3, "ran its 2 cells in order, checked 3 claims, and wove", "A ✓ follows"),
    ])
    func `say nothing of claims and values where there are none`(claims: Int, run: String, legend: String?) throws {
        let course = try Course(at: folder.url)
        var page = Page(course.chapters[0], Execution(results: []))
        page.cellCount = 2
        page.claimCount = claims
        let files = SiteFiles(course, pages: [page]) { _ in false }.all
        let html = try String(decoding: #require(files.first { $0.path == "one.html" }).contents, as: UTF8.self)
        #expect(html.contains(run))
        let told = html.firstMatch(of: #/<p class="page-run">(.*)<\/p>/#)?.1.replacing(#/<[^>]*>/#, with: "")
        #expect(told?.prefix(11) == legend?[...])
    }

    @Test func `have the numbers of figures, all of them`() throws {
        let course = try Course(at: folder.url)
        var page = Page(course.chapters[0], Execution(results: []))
        page.tables = ["data/one/fig-a.csv": "x,y\r\n1,0.123456789\r\n"]
        let files = SiteFiles(course, pages: [page]) { _ in false }.all
        let file = try #require(files.first { $0.path == "data/one/fig-a.csv" })
        #expect(String(decoding: file.contents, as: UTF8.self) == "x,y\r\n1,0.123456789\r\n")
    }

    @Test func `have a feed of the chapters with a date`() throws {
        try add("url: https://example.org\n")
        let files = try files()
        let feed = try #require(files["feed.xml"])
        #expect(feed.matches(of: #/<title>(.*?)</title>/#).map { String($0.1) } == ["Course &amp; more", "One"])
        #expect(
            feed.matches(of: #/<updated>(.*?)</updated>/#).map { String($0.1) }
                == Array(
                    repeating: "2026-03-09T00:00:00Z", count: 2))
        #expect(files["one.html"]?.contains("type=\"application/atom+xml\"") == true)
        #expect(files["robots.txt"]?.hasSuffix("Sitemap: https://example.org/sitemap.xml\n") == true)
        #expect([feed, files["sitemap.xml"] ?? ""].allSatisfy { XMLParser(data: Data($0.utf8)).parse() })
    }

    @Test func `have no feed if no chapter has a date`() throws {
        try add("url: https://example.org\n")
        try folder.write("---\ntitle: One\ndate: last spring\n---\n", to: "chapters/one.md")
        let files = try files()
        #expect(files["feed.xml"] == nil)
        #expect(files["one.html"]?.contains("atom") == false)
    }

    @Test func `map the course's questions to the chapters that answer them`() throws {
        let home = try #require(try files()["index.html"])
        let answers = home.matches(of: #/(?s)<li id="(question-.*?)">.*?</ul>/#).map { match in
            (String(match.1), match.0.matches(of: #/<a href="(.*?)">/#).map { String($0.1) })
        }
        #expect(answers.map(\.0) == ["question-q1a", "question-q1b"])
        #expect(answers.map(\.1) == [["one.html", "two.html"], []])
        #expect(home.contains("no chapter yet"))
        #expect(try files()["one.html"]?.contains("<a href=\"index.html#question-q1a\">Q1a</a> Why?") == true)
    }

    @Test func `escape what an author wrote`() throws {
        let home = try #require(try files()["index.html"])
        #expect(home.contains("<title>Course &amp; more</title>"))
        #expect(home.contains("<meta name=\"description\" content=\"About &lt;it&gt;.\">"))
    }

    @Test func `lead from chapter to chapter`() throws {
        let files = try files()
        #expect(files["one.html"]?.contains("rel=\"next\" href=\"two.html\"") == true)
        #expect(files["one.html"]?.contains("rel=\"prev\"") == false)
        #expect(files["two.html"]?.contains("rel=\"prev\" href=\"one.html\"") == true)
    }

    @Test(arguments: [
        ("https://github.com/o/r", "https://github.com/o/r/blob/HEAD/chapters/one.md"),
        ("https://github.com/o/r.git", "https://github.com/o/r/blob/HEAD/chapters/one.md"),
        ("https://github.com/o/r/", "https://github.com/o/r/blob/HEAD/chapters/one.md"),
        ("https://github.com/o/r/tree/main", "https://github.com/o/r/blob/main/chapters/one.md"),
        ("https://github.com/o/r/tree/main/a/b/", "https://github.com/o/r/blob/main/a/b/chapters/one.md"),
        ("https://gitlab.com/o/r/-/tree/main", "https://gitlab.com/o/r/-/blob/main/chapters/one.md"),
    ])
    func `link to their source`(repository: String, link: String) throws {
        try add("repository: \(repository)\n")
        let page = try #require(try files()["one.html"])
        #expect(page.contains("<a href=\"\(link)\">Source</a>"))
        #expect(page.contains("<a href=\"\(link.replacing("/blob/", with: "/edit/"))\">Edit this page</a>"))
    }

    @Test func `hold the chapters' own text`() throws {
        #expect(try files()["two.md"] == folder.text("chapters/two.md"))
        #expect(try files()["two.html"]?.contains("<a href=\"two.md\" download>Markdown</a>") == true)
    }

    @Test func `say what made them`() throws {
        let provenance = Provenance(
            program: "0123456789abcdef", compiler: "Swift version 6.3.1 (swift-6.3.1-RELEASE)\nTarget: x",
            parameters: ["b": "2", "a": "<1>"])
        let page = try #require(try files(provenance)["one.html"])
        #expect(page.contains("<dd>Weft \(Provenance.weftVersion) (build 0123456789ab), Swift 6.3.1</dd>"))
        #expect(page.contains("<dd>a: &lt;1&gt;, b: 2</dd>"))
    }

    @Test func `say which data they were made of`() throws {
        let course = try Course(at: folder.url)
        var page = Page(course.chapters[0], Execution(results: []))
        page.data = ["/usr/share/x/train.gz": "0123456789abcdef", "chapters/data/a.csv": "ff23456789abcdef"]
        let files = SiteFiles(course, pages: [page]) { _ in false }.all
        let html = String(decoding: try #require(files.first { $0.path == "one.html" }).contents, as: UTF8.self)
        #expect(html.contains("<dd>a.csv (SHA-256 ff23456789ab…), train.gz (SHA-256 0123456789ab…)</dd>"))
    }

    @Test func `leave solutions out of the chapters' text where the course omits them`() throws {
        try add("solutions: omitted\n")
        try folder.write(
            "---\ntitle: Two\n---\n::: {.exercise #ex-a}\n::: {.solution}\nSo.\n:::\n:::\n", to: "chapters/two.md")
        #expect(try files()["two.md"] == "---\ntitle: Two\n---\n::: {.exercise #ex-a}\n:::\n")
    }

    @Test func `keep the search index of pages that are not written anew`() throws {
        let course = try Course(at: folder.url)
        let pages = course.chapters.prefix(1).map { Page($0, Execution(results: [])) }
        let files = SiteFiles(course, pages: pages) { $0 == "two.html" }.all.map(\.path)
        #expect(files.contains("one.html") && !files.contains("two.html") && !files.contains("search-index.js"))
    }

    private func add(_ yaml: String) throws {
        try folder.write((folder.text("site/site.yml") ?? "") + yaml, to: "site/site.yml")
    }

    private func files(_ provenance: Provenance = Provenance()) throws -> [String: String] {
        let course = try Course(at: folder.url)
        let pages = course.chapters.map { Page($0, Execution(results: [])) }
        let files = SiteFiles(course, pages: pages, provenance: provenance) { _ in false }.all
        return Dictionary(files.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }) { $1 }
    }
}
