import Foundation
import Literate
import Site
import Testing

@Suite struct `The search index` {
    @Test func `has an entry for each section, and one for what stands before them`() throws {
        let page = try page("Before *it*.\n\n## First\n\nOne.\n\n### Second\n\nTwo.\n")
        #expect(PageText(page).parts.map(\.section?.title) == [nil, "First", "Second"])
        #expect(
            PageText(page).parts.map { $0.text.trimmingCharacters(in: .whitespaces) } == ["Before it.", "One.", "Two."])
    }

    @Test(arguments: [
        ("a*b*c", "abc"),
        ("1 &lt; 2 &amp; 3", "1 < 2 & 3"),
        ("&amp;lt;", "&lt;"),
        ("one  \ntwo", "one two"),
        ("- one\n- two", "one two"),
        ("<svg><title>no</title><g>no</g></svg>yes", "yes"),
        ("a <svg><svg></svg>no</svg> b", "a b"),
        ("<span aria-hidden=\"true\">no<span>no</span></span>yes", "yes"),
        ("<span class=\"x claim-check y\">no</span>yes", "yes"),
        ("<img alt=\"a > b\" src=\"x\">yes", "yes"),
        ("<!-- no > no -->yes", "yes"),
        ("<b title='\">'>yes</b>", "yes"),
        ("<svg>never closed", ""),
        ("text <", "text <"),
        ("`let x = 1`", "let x = 1"),
        ("as <math><mrow><mi>w</mi><mo>&gt;</mo><mn>0</mn></mrow></math>, so", "as w>0, so"),
        ("<math><mi>ln</mi><mo>\u{2061}</mo><mi>λ</mi></math>", "ln λ"),
        ("a sum <math><mo>∑</mo><msub><mi>w</mi><mi>i</mi></msub><mi>softmax</mi></math> keeps", "a sum … keeps"),
    ])
    func `has what a reader sees`(markdown: String, text: String) throws {
        let parts = PageText(try page(markdown)).parts
        #expect(parts.map { $0.text.trimmingCharacters(in: .whitespaces) } == [text])
    }

    @Test func `keeps code and what it printed out of the prose`() throws {
        let part = try #require(
            PageText(page("Before.\n\n```swift ignore\nlet x = 1 < 2\n```\n\nAfter.\n")).parts.first)
        #expect(part.text.split(separator: " ") == ["Before.", "After."])
        #expect(part.code.trimmingCharacters(in: .whitespaces) == "let x = 1 < 2")
    }

    @Test func `finds the words of a formula that its excerpt leaves out`() throws {
        let index = try index(of: [page("So <math><mi>softmax</mi><mo>∘</mo><mi>relu</mi></math> it is.\n")])
        let section = try #require((index["sections"] as? [[Any]])?.first)
        #expect(section.suffix(2).map { "\($0)" } == ["So … it is.", "softmax relu"])
    }

    @Test(arguments: [
        ("Größe, naïve CAFÉ", ["grosse", "naive", "cafe"]),
        ("validationSplit: 0.2, l2", ["validationsplit", "l2"]),
        ("a 1 22", []),
        ("損失 関数", ["損失", "関数"]),
    ])
    func `folds case and accents`(text: String, words: [String]) {
        #expect(SearchWords(text).all == words)
    }

    @Test func `is a script that sets one name`() throws {
        let index = try index(of: [
            page("Dropout removes units, and </script> not.\n\n## In short\n\nMasks “differ”.\n")
        ])
        #expect(index["pages"] as? [[String]] == [["one.html", "One"]])
        let sections = try #require(index["sections"] as? [[Any]])
        #expect(
            sections.map { $0.map { "\($0)" } } == [
                ["0", "", "One", "Dropout removes units, and not.", ""],
                ["0", "in-short", "In short", "Masks “differ”.", ""],
            ])
    }

    @Test func `names a word once, and leaves out what is everywhere`() throws {
        let long = String(repeating: "Padding comes before all of it. ", count: 6)
        let index = try index(of: [page(long + "Masks of the masks differ, and masks differ.")])
        let words = try #require((index["sections"] as? [[Any]])?.first?.last as? String)
        #expect(words == "masks differ")
    }

    private func page(_ text: String) throws -> Page {
        let source = SourceText(path: "chapters/one.md", text: "---\ntitle: One\n---\n" + text)
        return Page(try Chapter(source, slug: "one"), Execution(results: []))
    }

    private func index(of pages: [Page]) throws -> [String: Any] {
        let script = SearchIndex(pages).script
        #expect(script.starts(with: Data("weftSearch={".utf8)))
        let json = try JSONSerialization.jsonObject(with: script.dropFirst("weftSearch=".utf8.count))
        return try #require(json as? [String: Any])
    }
}
