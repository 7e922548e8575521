import Literate
import Testing

@Suite struct `A cross-reference` {
    private static let labelled = """

        ![A](a.png){#fig-a}

        ![B](b.png){#fig-b}

        |a|
        |-|
        : T {#tbl-t}

        $$x$$ {#eq-e}

        ::: {.definition #def-d title="Dropout"}
        :::

        ::: {.theorem #thm-t}
        :::

        ::: {.exercise #ex-g}
        :::

        ## One
        ## Two {#sec-two}
        ### Deep *er* {#sec-deep}
        ## Unnumbered {.unnumbered #sec-un}
        ## Three `{swift} x` {#sec-three}
        """

    @Test(arguments: [
        ("@fig-a", "<a class=\"reference\" href=\"#fig-a\">Figure\u{A0}1.1</a>"),
        (
            "See @fig-b's, (@fig-b), *@fig-b*.",
            "<a class=\"reference\" href=\"#fig-b\">Figure\u{A0}1.2</a>'s".replacing("'", with: "’")
        ),
        ("[-@fig-b]", "href=\"#fig-b\">1.2</a>"),
        ("[@fig-a; @fig-b]", ">Figure\u{A0}1.1</a>, <a class=\"reference\" href=\"#fig-b\">Figure\u{A0}1.2</a></p>"),
        ("[see @fig-a, left]", "<p>see <a class=\"reference\" href=\"#fig-a\">Figure\u{A0}1.1</a>, left</p>"),
        ("@tbl-t", ">Table\u{A0}1.1</a>"),
        ("@eq-e.", ">Equation\u{A0}1.1</a>.</p>"),
        ("@def-d", ">Definition\u{A0}1.1</a>"),
        ("@thm-t", ">Theorem\u{A0}1.1</a>"),
        ("@ex-g", ">Exercise\u{A0}1.1</a>"),
        ("@sec-two", "<a class=\"reference\" href=\"#sec-two\">“Two”</a>"),
        ("[-@sec-deep]", ">Deep er</a>"),
        ("@sec-un", ">“Unnumbered”</a>"),
        ("@sec-three", ">Section\u{A0}1.3</a>"),
        (
            "`@fig-x` and user@fig-x.org, <a@b.c>, <https://x.y/@fig-x>, \\@fig-x",
            "<code>@fig-x</code> and user@fig-x.org"
        ),
        ("[l](https://x.y/@fig-x \"@fig-x\")", "<a href=\"https://x.y/@fig-x\" title=\"@fig-x\">l</a>"),
        ("<b title=\"@fig-x\">b</b>", "<b title=\"@fig-x\">"),
    ])
    func `is the number of what has the label`(text: String, html: String) throws {
        try WovenProse.expect(text + "\n" + Self.labelled, has: html)
    }

    @Test func `names sections by number where headings show theirs`() throws {
        let source = SourceText(
            path: "chapters/x.md", text: "---\ntitle: T\nnumber-sections: true\n---\n@sec-deep\n" + Self.labelled)
        let chapter = try Chapter(source, slug: "x")
        let html = Page(chapter, Execution(results: [UnitResult(status: .skipped)])).html
        #expect(html.contains(">Section\u{A0}1.2.1</a>"))
        #expect(html.contains("<h3 id=\"sec-deep\"><span class=\"section-number\">1.2.1</span> Deep <em>er</em> <a"))
        #expect(html.contains("<h2 id=\"sec-un\">Unnumbered <a"))
        #expect(html.contains("<span class=\"section-number\">1.3</span> Three"))
    }

    @Test func `leads to other chapters`() throws {
        let front = "---\ntitle: T\n---\n"
        let one = try Chapter(SourceText(path: "chapters/one.md", text: front + "@fig-z"), slug: "one")
        let two = try Chapter(SourceText(path: "chapters/two.md", text: front + "![Z](z.png){#fig-z}"), slug: "two")
        let course = PageContext(chapters: [one, two])
        #expect(course.references.problems == [])
        let html = Page(one, Execution(results: []), in: course).html
        #expect(html.contains("<a class=\"reference\" href=\"two.html#fig-z\">Figure\u{A0}2.1</a>"))
    }

    @Test func `is refused where two chapters have the label`() throws {
        let text = "---\ntitle: T\n---\n## A {#sec-a}\n"
        let chapters = try ["one", "two"].map {
            try Chapter(SourceText(path: "chapters/\($0).md", text: text), slug: $0)
        }
        #expect(
            References(chapters).problems.map(\.description) == [
                "chapters/two.md:4:1: error: the label 'sec-a' is used twice: first in chapters/one.md on line 4"
            ])
    }

    @Test(arguments: [
        (
            "See\n  é @fig-los.\n\n![A](a.png){#fig-loss}",
            "5:6: error: nothing has the label 'fig-los': did you mean '@fig-loss'?"
        ),
        ("@tbl-x", "4:1: error: nothing has the label 'tbl-x': no table has one\n    write '\\@'"),
        ("[see @fig-x]", "4:6: error: nothing has the label 'fig-x'"),
        (
            "```swift\n//| label: fig-x\n//| fig-cap: See @tbl-nope.\n```",
            "6:14: error: nothing has the label 'tbl-nope'"
        ),
        (
            "::: {.theorem #def-x}\n:::",
            "4:1: error: the label 'def-x' is that of a definition, and this is a div of the class 'theorem'\n    begin it with 'thm-'"
        ),
        ("::: {#fig-x}\n:::", "4:1: error: the label 'fig-x' is that of a figure, and this is a div"),
        ("```swift\n//| label: sec-x\n```", "6:1: error: the label 'sec-x' is that of a section, and this is a cell"),
        ("```swift\n//| label: a\n```\n\n::: {#a}\n:::", "8:1: error: the id 'a' is used twice: first on line 6"),
        ("## A {#sec-a #sec-b}", "4:6: error: a second id '#sec-b'"),
        (
            "[@fig-a; @srivastava2014]\n\n![A](a.png){#fig-a}",
            "4:10: error: '@fig-a' and '@srivastava2014' can't stand in the same brackets"
        ),
    ])
    func `is refused where it leads nowhere`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try WovenProse.html(text) }
    }

    @Test(arguments: [
        ("## A & *b* {#here}", "<h2 id=\"here\">A &amp; <em>b</em> <a class=\"anchor\" href=\"#here\""),
        ("## A {.unnumbered}", "<h2 id=\"a\">A <a"),
        ("A {#here}\n---", "<h2 id=\"here\">A <a"),
        ("## A {#here} ##", "<h2 id=\"here\">A <a"),
        ("## Here\n\n## A {#here}", "<h2 id=\"here-2\">Here <a"),
        ("## Set {x}", "<h2 id=\"set-x\">Set {x} <a"),
    ])
    func `can be to a heading, by the id that its author gave it`(text: String, html: String) throws {
        try WovenProse.expect(text, has: html)
    }
}
