import Literate
import Testing

@Suite struct `A fenced div` {
    @Test(arguments: [
        (
            "::: {.wide #here key=\"a & b\"}\ntext\n:::",
            "<div id=\"here\" class=\"wide\" data-key=\"a &amp; b\">\n<p>text</p>\n</div>"
        ),
        ("::: wide\ntext\n:::", "<div class=\"wide\">\n<p>text</p>\n</div>"),
        ("::::: {.a .b} :::::\ntext\n:::", "<div class=\"a b\">"),
        ("before\n::: {.a}\nin\n:::\nafter", "<p>before</p>\n<div class=\"a\">\n<p>in</p>\n</div>\n<p>after</p>"),
        (
            ":::: {.a}\n::: {.b}\nin\n:::\nout\n::::",
            "<div class=\"a\">\n<div class=\"b\">\n<p>in</p>\n</div>\n<p>out</p>\n</div>"
        ),
        ("::: {.a}\n- one\n- two\n:::", "<div class=\"a\">\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n</div>"),
        ("- item\n\n  ::: {.a}\n  in\n  :::\n- next", "<div class=\"a\">\n<p>in</p>\n</div>\n</li>"),
        ("> ::: {.a}\n> in\n> :::", "<blockquote>\n<div class=\"a\">\n<p>in</p>\n</div>\n</blockquote>"),
        ("::: {.a}\n```\n:::\n```\n:::", "<code class=\"language-text\">:::</code>"),
        ("::: {.column-margin}\nin\n:::", "<div class=\"column-margin\" role=\"note\">"),
        ("::: {.a lang=de aria-label='x'}\n:::", "<div class=\"a\" lang=\"de\" aria-label=\"x\">"),
        ("::: {.proof}\nin\n:::", "<div class=\"box proof\">\n<p class=\"box-title\">Proof</p>\n<p>in</p>"),
    ])
    func `is put around its blocks`(text: String, html: String) throws {
        try WovenProse.expect(text, has: html)
    }

    @Test(arguments: [
        "    :::\n    {.a}", "```\n::: {.a}\n```", "<pre>\n::: {.a}\n</pre>", "a ::: b", "`:::`",
    ])
    func `is not seen in code and raw HTML`(text: String) throws {
        #expect(try !WovenProse.html(text).contains("<div class=\"a\""))
    }

    @Test(arguments: [
        ("::: {.a}\ntext", "4:1: error: this div is not closed\n    end it with a line ':::'"),
        ("text\n:::", "5:1: error: this closes no div"),
        ("- ::: {.a}\n:::", "5:1: error: this closes no div"),
        ("> ::: {.a}\n> in\n\n:::", "4:3: error: this div is not closed"),
        ("::: {.a\n:::", "4:1: error: the braces of this div are not closed"),
        ("::: {a}\n:::", "4:1: error: 'a' is neither '#id', '.class' nor 'key=\"value\"'"),
        ("::: {.a title=\"b}\n:::", "4:1: error: the value of 'title' has no closing quote"),
        ("::: {#a #b}\n:::", "4:1: error: a second id '#b'"),
        ("::: {.é}\n:::", "4:1: error: '.é' is not a name of ASCII letters"),
        ("::: two words\n:::", "4:1: error: a div is opened by '::: {.class}'"),
        ("text\n      ::: {.a}\n", "5:7: error: this line is part of the text or HTML before it"),
        ("::: {.callout-nite}\n:::", "4:1: error: unknown callout 'callout-nite': did you mean 'callout-note'?"),
        ("::: {.callout-tip collapse=maybe}\n:::", "4:1: error: 'collapse' is to be true or false, not 'maybe'"),
        ("> [!WARNNG]\n> text", "4:1: error: unknown callout 'WARNNG': did you mean 'WARNING'?"),
        ("::: {#main}\n:::", "4:1: error: the id 'main' is taken"),
        ("::: {#a}\n:::\n\n## B {#a}", "7:1: error: the id 'a' is used twice: first on line 4"),
        (String(repeating: "::: {.a}\n", count: 60), "54:1: error: divs are nested more than 50 levels deep"),
    ])
    func `is refused where it is wrong`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try WovenProse.html(text) }
    }

    @Test func `may hold cells and expressions, which keep their places`() throws {
        let chapter = try Chapter(
            "::: {.a}\nIs `{swift} 1`.\n\n> [!NOTE]\n> Is `{swift} 2`.\n\n- ```swift\n  let a = 1\n  ```\n:::\n")
        #expect(chapter.locations == ["5:13", "8:15", "11:3"])
    }
}

@Suite struct `A callout` {
    @Test(arguments: [
        (
            "::: {.callout-note}\nin\n:::",
            "<div class=\"callout callout-note\" role=\"note\">\n<p class=\"callout-title\">Note</p>\n<p>in</p>"
        ),
        (
            "> [!CAUTION]\n> in",
            "<div class=\"callout callout-caution\" role=\"note\">\n<p class=\"callout-title\">Caution</p>\n<p>in</p>\n</div>"
        ),
        ("> [!TIP]\n>\n> in", "<p class=\"callout-title\">Tip</p>\n<p>in</p>"),
        (
            "::: {.callout-tip title=\"A & B\"}\nin\n:::",
            "<p class=\"callout-title\"><span class=\"callout-kind\">Tip</span> A &amp; B</p>"
        ),
        (
            "::: {.callout-tip}\n## A *b*\nin\n:::",
            "<span class=\"callout-kind\">Tip</span> A <em>b</em></p>\n<p>in</p>"
        ),
        (
            "::: {.callout-important collapse=true}\nin\n:::",
            "<details class=\"callout callout-important\">\n<summary class=\"callout-title\">Important</summary>\n<p>in</p>"
        ),
        ("::: {.callout-warning collapse=\"false\"}\nin\n:::", "<details class=\"callout callout-warning\" open>"),
    ])
    func `says what it is, and can be folded`(text: String, html: String) throws {
        try WovenProse.expect(text, has: html)
    }

    @Test func `has a title that is no section of the page`() throws {
        let chapter = try Chapter("::: {.callout-tip}\n## Title\n:::\n\n## Section\n")
        let page = Page(chapter, Execution(results: []))
        #expect(page.sections.map(\.title) == ["Section"])
    }

    @Test(arguments: ["> [!NOTE] text", "> text\n> [!NOTE]", "[!NOTE]", "> [NOTE]"])
    func `is told from a quote by a line of its own`(text: String) throws {
        #expect(try !WovenProse.html(text).contains("callout"))
    }
}
