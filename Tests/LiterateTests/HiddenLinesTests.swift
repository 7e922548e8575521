import Literate
import NotebookEvents
import Testing

@Suite struct `Hidden lines` {
    @Test(arguments: [
        ("let a = 1\nlet b = 2  // hide\nlet c = 3", "let a = 1\nlet c = 3"),
        ("// snippet.hide\nlet a = 1\n// snippet.show\nlet b = 2", "let b = 2"),
        ("let a = 1\n\n// snippet.hide\nlet b = 2\n// snippet.show\n\nlet c = 3", "let a = 1\n\nlet c = 3"),
        ("let a = 1\n  // snippet.hide\nlet b = 2", "let a = 1"),
        ("let a = 1\n//snippet.show\nlet b = 2 //hide", "let a = 1"),
        ("// snippet.hide\n// snippet.hide\nlet a = 1\n// snippet.show\nlet b = 1", "let b = 1"),
        ("let a = 1 // hides nothing\n/// hide\nlet b = 2", "let a = 1 // hides nothing\n/// hide\nlet b = 2"),
        (
            "let a = \"\"\"\n  x // hide\n  // snippet.hide\n  \"\"\"",
            "let a = \"\"\"\n  x // hide\n  // snippet.hide\n  \"\"\""
        ),
        ("/* a\n// hide\n*/\nlet a = 1", "/* a\n// hide\n*/\nlet a = 1"),
        ("let a = \"// hide\"", "let a = \"// hide\""),
        ("let é = \"é\" // hide\nlet a = 2", "let a = 2"),
    ])
    func `are compiled and not shown`(code: String, shown: String) throws {
        let chapter = try Chapter("```swift\n\(code)\n```\n")
        #expect(chapter.cells.first?.code == code + "\n")
        #expect(Self.text(of: Self.page(chapter)) == shown)
    }

    @Test func `leave the colors of the others as they are`() throws {
        let chapter = try Chapter("```swift\nlet a = f( // hide\n  1) + \"\"\"\n  x // hide\n  y\n  \"\"\"\n```\n")
        let page = Self.page(chapter)
        #expect(page.contains("  <span class=\"hl-number\">1</span>) "))
        #expect(page.contains("<span class=\"hl-string\">y</span>"))
    }

    @Test func `leave no box where nothing is shown`() throws {
        let page = Self.page(try Chapter("```swift\nlet a = 1 // hide\n```\n"))
        #expect(page == "<section class=\"cell\" id=\"cell-1\">\n\n</section>\n")
    }

    @Test(arguments: [
        ("// snippet.hid", "5:1: error: unknown marker 'snippet.hid': did you mean 'snippet.hide'?"),
        ("let a = 1 // snippet.end", "5:11: error: unknown marker 'snippet.end': did you mean 'snippet.hide'?"),
        (
            "//| echo: true\n  // snippet.shwo",
            "6:3: error: unknown marker 'snippet.shwo': did you mean 'snippet.show'?"
        ),
    ])
    func `are refused where their marker is misspelt`(code: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try Chapter("```swift\n\(code)\n```\n") }
    }

    private static func page(_ chapter: Chapter) -> String {
        Page(chapter, Execution(results: chapter.units.map { _ in UnitResult(status: .ran) })).html
    }

    /// The text in the first code box of `html`.
    private static func text(of html: String) -> String {
        let box = html.split(separator: "<code class=\"language-swift\">").last?.split(separator: "</code>").first ?? ""
        return String(box).replacing(#/<[^>]*>/#, with: "").replacing("&quot;", with: "\"")
    }
}
