import Literate
import Testing

@Suite struct `A footnote` {
    @Test(arguments: [
        (
            "A[^x].\n\n[^x]: Note.",
            "A<sup class=\"footnote-mark\"><a id=\"note--1-mark\" href=\"#note--1\" role=\"doc-noteref\" aria-label=\"Footnote 1\">1</a></sup>."
        ),
        ("A[^x].\n\n[^x]: Note.", "<li id=\"note--1\" value=\"1\">\n<p>Note. <a class=\"back\" href=\"#note--1-mark\""),
        ("[^b]: Bee.\n[^a]: Ay.\n\nA[^a] B[^b]", "<p>Ay. <a class=\"back\" href=\"#note--1-mark\""),
        (
            "A[^x] B[^x]\n\n[^x]: Note.",
            "href=\"#note--1-mark-2\" role=\"doc-backlink\" aria-label=\"Back to where footnote 1 stands, place 2\""
        ),
        ("A[^x]\n\n[^x]: One\n    lazy.\n\n    Two.\n\nAfter.", "<p>One\nlazy.</p>\n<p>Two. <a"),
        ("A[^x]\n\n[^x]: One\n\n        code\n\nAfter.", "<code class=\"language-text\">code</code>"),
        ("A[^x]\n\n[^x]: - list\n    - more\n", "<ul>\n<li>list</li>\n<li>more</li>\n</ul>"),
        ("A[^x]\ntext\n[^x]: Note.", "<p>A<sup"),
        ("> A[^x]\n>\n> [^x]: Note.\n", "</blockquote>\n<section class=\"footnotes\""),
        ("1) a\n2) b\n\n[^x]: Note.\n\nC[^x]", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("A[^x]\n\n[^x]: See[^y].\n[^y]: Why.", "<li id=\"note--2\" value=\"2\">\n<p>Why."),
        ("`[^x]` and \\[^x]", "<p><code>[^x]</code> and [^x]</p>"),
    ])
    func `is numbered, moved to the end and linked both ways`(text: String, html: String) throws {
        try WovenProse.expect(text, has: html)
    }

    @Test(arguments: [
        ("é A[^x]", "4:5: error: there is no footnote 'x'\n    write what it says"),
        ("A[^note]\n\n[^noet]: N", "4:2: error: there is no footnote 'note': did you mean '[^noet]'?"),
        ("text\n\n[^x]: Note.", "6:1: error: nothing refers to this footnote"),
        ("A[^x]\n\n[^x]: One.\n\n[^x]: Two.", "8:1: error: the footnote 'x' is written twice: first on line 6"),
        ("A[^x]\n\n[^x]: Is `{swfit} x`", "6:11: error: unknown word '{swfit}'"),
        ("A[^x]\n\n[^x]: One\n\n    Is `{swfit} x`", "8:9: error: unknown word '{swfit}'"),
    ])
    func `is refused where it is wrong`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try WovenProse.html(text) }
    }

    @Test func `has expressions that run where it is written`() throws {
        let chapter = try Chapter("[^x]: Is `{swift} 1`.\n\nA `{swift} 2`[^x].\n")
        #expect(chapter.locations == ["4:19", "6:12"])
    }
}
