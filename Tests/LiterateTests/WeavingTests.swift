import Literate
import NotebookEvents
import Testing

@Suite struct `A woven cell` {
    @Test(arguments: [
        ("include: false", ""),
        ("echo: false", "<section class=\"cell\" id=\"cell-1\">\n<pre class=\"cell-stdout\""),
        ("output: false", "</code></pre></div>\n</section>"),
        ("code-fold: true", "<details class=\"cell-fold\"><summary>Code</summary>\n<div class=\"cell-source\">"),
        (
            "code-fold: show\n//| code-summary: A <b>",
            "<details class=\"cell-fold\" open><summary>A &lt;b&gt;</summary>\n"
        ),
        ("lst-cap: A *list*", "<figcaption id=\"cell-1--listing-caption\">A <em>list</em></figcaption>"),
        (
            "label: lst-a\n//| lst-cap: A",
            "<figcaption id=\"lst-a--listing-caption\"><span class=\"figure-number\">Listing\u{A0}1.1.</span> A</figcaption>"
        ),
        ("lst-cap: A\n//| code-fold: true", "</figcaption>\n<details class=\"cell-fold\">"),
    ])
    func `is shown as its options say`(options: String, html: String) throws {
        let page = try page(options, UnitResult(status: .ran, printed: PrintedText(output: "out\n")))
        #expect(html.isEmpty ? page == "" : page.contains(html), "\(page)")
    }

    @Test func `shows no messages where it is told not to`() throws {
        let result = UnitResult(status: .ran, printed: PrintedText(output: "out", messages: "careful"))
        #expect(try page("warning: true", result).contains("careful"))
        let quiet = try page("warning: false", result)
        #expect(!quiet.contains("careful") && quiet.contains("out"))
    }

    @Test func `shows what it prints, its messages and its outputs in the order in which they came`() throws {
        let result = UnitResult(
            status: .ran,
            events: [
                .output(.text("shown"), printed: Printed(output: 4, messages: 2)),
                .output(.text("again"), printed: Printed(output: 4, messages: 4)),
            ],
            printed: PrintedText(
                output: "a\nb\nc\n", messages: "1\n2\n3\n",
                turns: [Printed(output: 2, messages: 2), Printed(output: 4, messages: 6)]))
        func blocks(_ options: String) throws -> [String] {
            try page(options, result).matches(of: #/<pre[^>]*>([^<]*)<\/pre>/#).map { String($0.1) }
        }
        #expect(try blocks("warning: true") == ["a", "1", "b", "shown", "2", "again", "3", "c"])
        #expect(try blocks("warning: false") == ["a\nb", "shown", "again", "c"])
    }

    @Test(arguments: [
        ("**bold** and\n\n- list", "<p><strong>bold</strong> and</p>\n<ul>\n<li>list</li>\n</ul>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <img src=x onerror=f()> b", "a &lt;img src=x onerror=f()&gt; b"),
        ("[a](javascript:f%28%29)", "<p>a</p>"), ("[a](JaVaScRiPt:f)", "<p>a</p>"),
        ("![a](data:text/html,x)", "<p>a</p>"),
        ("[a](https://x.org) [b](c.html#d:e)", "<a href=\"https://x.org\">a</a> <a href=\"c.html#d:e\">b</a>"),
        ("# Title", "<h2>Title</h2>"), ("```swift\nlet a\n```", "<span class=\"hl-keyword\">let</span> a</code>"),
        (
            "before\n\n| a \\| b | *c* |\n|:--|--:|\n| 1 | - 2 |\n| 3 |\n\nafter",
            """
            <p>before</p>
            <div class="table" tabindex="0" role="group" aria-label="Table"><table>
            <thead><tr><th scope="col" class="align-left">a | b</th><th scope="col" class="align-right"><em>c</em></th></tr></thead>
            <tbody>
            <tr><td class="align-left">1</td><td class="align-right">- 2</td></tr>
            <tr><td class="align-left">3</td><td class="align-right"></td></tr>
            </tbody></table></div>
            <p>after</p>
            """
        ),
        ("```\n| a |\n|---|\n```", "| a |\n|---|"), ("a | b\n--- | -", "<th scope=\"col\">b</th>"),
        ("| <b>x</b> |\n|---|", "<th scope=\"col\">&lt;b&gt;x&lt;/b&gt;</th>"),
        ("\u{1B}[31mred\u{1B}[0m \u{1}", "<p>red \u{FFFD}</p>"),
    ])
    func `weaves what it prints as Markdown where that is asked for`(printed: String, html: String) throws {
        let page = try page("output: asis", UnitResult(status: .ran, printed: PrintedText(output: printed)))
        #expect(page.contains("<div class=\"cell-markdown\">"))
        #expect(page.contains(html), "\(page)")
    }

    @Test func `shows Markdown as text where it is nested without end`() throws {
        let printed = String(repeating: "> ", count: 2000)
        let page = try page("output: asis", UnitResult(status: .ran, printed: PrintedText(output: printed)))
        #expect(page.contains("class=\"cell-stdout\""))
    }

    @Test func `puts figures into columns, each with its caption`() throws {
        let figure = Event.output(
            .figure(Figure(html: "<svg/>", summary: "Own words.", data: Table(columns: ["x"], rows: []))),
            printed: .nothing)
        let options = "label: fig-a\n//| layout-ncol: 2\n//| fig-cap: [One, Two]\n//| fig-alt: Seen"
        let page = try page(options, UnitResult(status: .ran, events: [figure, figure]))
        #expect(page.contains("<div class=\"cell-figures\" style=\"--columns: 2\">\n<figure"))
        #expect(
            page.contains(
                "<p id=\"fig-a--figure-1-caption\"><span class=\"figure-number\">Figure\u{A0}1.1\u{A0}(a).</span> One</p>\n<p class=\"figure-summary\">Seen</p>"
            ))
        #expect(page.contains("Figure\u{A0}1.1\u{A0}(b).</span> Two</p>\n<p class=\"figure-summary\">Seen</p>"))
        #expect(try !self.page("layout-ncol: 2", UnitResult(status: .ran, events: [figure])).contains("cell-figures"))
    }

    @Test func `offers a file of all of a figure's numbers`() throws {
        let figures = ["x\r\n1\r\n", nil, "x\r\n2\r\n"].map { csv in
            Event.output(
                .figure(
                    Figure(
                        html: "<svg/>", summary: "S.", data: Table(columns: ["x"], rows: [["1"]]), omittedRows: 7,
                        csv: csv)), printed: .nothing)
        }
        let chapter = try Chapter("```swift\n//| label: fig-a\n1\n```\n")
        let page = Page(chapter, Execution(results: [UnitResult(status: .ran, events: figures)]))
        #expect(page.tables == ["data/x/fig-a.csv": "x\r\n1\r\n", "data/x/fig-a-3.csv": "x\r\n2\r\n"])
        let links = page.html.matches(of: #/href="(data[^"]*)" download/#).map { String($0.1) }
        #expect(links == ["data/x/fig-a.csv", "data/x/fig-a-3.csv"])
        #expect(page.html.contains("7 rows between these are left out."))
    }

    @Test func `names a figure without a caption by what it shows`() throws {
        let figure = Event.output(
            .figure(Figure(html: "<svg/>", summary: "Own words.", data: Table(columns: ["x"], rows: []))),
            printed: .nothing)
        let page = try page("label: fig-a", UnitResult(status: .ran, events: [figure]))
        #expect(page.contains("Figure\u{A0}1.1.</span></p>\n<p class=\"figure-summary\">Own words.</p>"))
        let unlabelled = try self.page("echo: true", UnitResult(status: .ran, events: [figure]))
        #expect(
            unlabelled.contains(
                "<figcaption>\n<p id=\"cell-1--figure-1-caption\" class=\"figure-summary\">Own words.</p>"))
    }

    @Test func `has the values of expressions in its captions`() throws {
        let chapter = try Chapter(
            """
            ```swift
            //| tbl-cap: "Degree `{swift} a` `{claim} a > 1` *now*"
            //| lst-cap: "Listing of `{swift} b`"
            1
            ```
            Then `{swift} c`.
            """)
        let result = UnitResult(
            status: .ran,
            events: [
                .value(index: 0, text: "<b>"), .value(index: 1, text: "two"),
                .claim(index: 2, ClaimOutcome(held: true, operands: [])), .value(index: 3, text: "three"),
            ])
        let table = Event.output(.table(Table(columns: ["x"], rows: [["1"]])), printed: .nothing)
        let page = Page(chapter, Execution(results: [UnitResult(status: .ran, events: [table]), result])).html
        #expect(page.contains("-caption\">Listing of <span class=\"value\">&lt;b&gt;</span></figcaption>"))
        #expect(
            page.contains(
                "<caption>Degree <span class=\"value\">two</span>\u{A0}<span class=\"claim claim-held\">"))
        #expect(page.contains("<em>now</em></caption>"))
        #expect(page.contains("Then <span class=\"value\">three</span>."))
    }

    @Test(arguments: [
        ("compile_fail", "This does not compile, and is not meant to"), ("should_panic", "This fails, and is meant to"),
    ])
    func `shows a failure that is expected as one`(word: String, title: String) throws {
        let chapter = try Chapter("```swift \(word)\nlet a = 1 // hide\nlet b = a +\n```\n")
        let failure = Problem(
            file: "x", location: Location(line: 6, column: 3), message: "a < b went\nwrong", fix: "no")
        let result = UnitResult(status: .ran, expectedFailures: [failure])
        let page = Page(chapter, Execution(results: [result])).html
        #expect(
            page.contains(
                """
                <div class="cell-expected" role="group" aria-label="Expected failure">
                <p class="cell-expected-title">\(title)</p>
                <p><span class="cell-line">Line 1:</span> a &lt; b went
                wrong</p>
                </div>
                """), "\(page)")
        #expect(!page.contains("cell-error"))
    }

    @Test func `says nothing of a line that no reader sees`() throws {
        let failure = Problem(file: "x", location: Location(line: 6, column: 3), message: "wrong")
        let page = try page("error: true\n//| echo: false", UnitResult(status: .ran, expectedFailures: [failure]))
        #expect(page.contains("This fails</p>\n<p>wrong</p>"), "\(page)")
    }

    @Test func `shows an error that nobody expects, whatever its options say`() throws {
        let result = UnitResult(status: .failed, problems: [Problem(file: "x", message: "went <wrong>")])
        let page = try page("include: false", result)
        #expect(page.contains("aria-label=\"Error\"><p>x: error: went &lt;wrong&gt;</p>"))
        #expect(!page.contains("cell-source"))
    }

    @Test func `says that it was not run`() throws {
        let page = try page("echo: true", UnitResult(status: .skipped))
        #expect(page.contains("<p class=\"cell-skipped\">Not run: something before it failed.</p>"))
    }

    @Test func `that is only shown has its options too`() throws {
        let page = Page(try Chapter("```swift ignore\n//| lst-cap: Shown\nfoo(\n```\n"), Execution(results: [])).html
        #expect(page.contains("-caption\">Shown</figcaption>"))
        #expect(!page.contains("//|"))
    }

    @Test func `counts as run only where it is`() throws {
        let chapter = try Chapter("```swift no_run\n1\n```\n\n```swift ignore\n2\n```\n\n```swift\n3\n```\n")
        let ran = UnitResult(status: .ran)
        #expect(Page(chapter, Execution(results: [ran, ran])).cellCount == 1)
    }

    @Test func `leaves expressions that have no value, and says why`() throws {
        let chapter = try Chapter("One `{swift} a +\nb`, two `{claim} c`.")
        let problem = Problem(file: "x", location: Location(line: 5, column: 1), message: "no <b>")
        let page = Page(chapter, Execution(results: [UnitResult(status: .failed, problems: [problem])])).html
        #expect(page.contains("<span class=\"inline-error\"><code>a + b</code> (error: no &lt;b&gt;)</span>"))
        #expect(page.contains("<span class=\"not-run\"><code>c</code> (not run)</span>"))
    }

    private func page(_ options: String, _ result: UnitResult) throws -> String {
        Page(try Chapter("```swift\n//| \(options)\nlet a = 1\n```\n"), Execution(results: [result])).html
            .replacing(#/\n$/#, with: "")
    }
}
