import CommonMark
import Testing

/// Expected HTML from the CommonMark 0.30 specification; the numbers are its examples'.
@Suite struct `A document that was read and written again` {
    @Test(arguments: [
        // 43: thematic breaks.
        ("***\n---\n___\n", "<hr />\n<hr />\n<hr />\n"),
        // 62: headings.
        (
            "# foo\n## foo\n### foo\n#### foo\n##### foo\n###### foo\n",
            "<h1>foo</h1>\n<h2>foo</h2>\n<h3>foo</h3>\n<h4>foo</h4>\n<h5>foo</h5>\n<h6>foo</h6>\n"
        ),
        // 107: indented code.
        ("    a simple\n      indented code block\n", "<pre><code>a simple\n  indented code block\n</code></pre>\n"),
        // 143: fenced code.
        (
            "~~~~    ruby startline=3 $%@#$\ndef foo(x)\n  return 3\nend\n~~~~~~~\n",
            "<pre><code class=\"language-ruby\">def foo(x)\n  return 3\nend\n</code></pre>\n"
        ),
        // 148: HTML.
        (
            "<table><tr><td>\n<pre>\n**Hello**,\n\n_world_.\n</pre>\n</td></tr></table>\n",
            "<table><tr><td>\n<pre>\n**Hello**,\n<p><em>world</em>.\n</pre></p>\n</td></tr></table>\n"
        ),
        // 228: block quotes.
        ("> # Foo\n> bar\n> baz\n", "<blockquote>\n<h1>Foo</h1>\n<p>bar\nbaz</p>\n</blockquote>\n"),
        // 302: a list's kind.
        (
            "1. foo\n2. bar\n3) baz\n",
            "<ol>\n<li>foo</li>\n<li>bar</li>\n</ol>\n<ol start=\"3\">\n<li>baz</li>\n</ol>\n"
        ),
        // 306: loose lists.
        (
            "- foo\n\n- bar\n\n\n- baz\n",
            "<ul>\n<li>\n<p>foo</p>\n</li>\n<li>\n<p>bar</p>\n</li>\n<li>\n<p>baz</p>\n</li>\n</ul>\n"
        ),
        // 328: code spans.
        ("`foo`\n", "<p><code>foo</code></p>\n"),
        // 350, 378: emphasis.
        ("*foo bar*\n", "<p><em>foo bar</em></p>\n"),
        ("**foo bar**\n", "<p><strong>foo bar</strong></p>\n"),
        // 482: links.
        ("[link](/uri \"title\")\n", "<p><a href=\"/uri\" title=\"title\">link</a></p>\n"),
        // 572: images.
        ("![foo](/url \"title\")\n", "<p><img src=\"/url\" alt=\"foo\" title=\"title\" /></p>\n"),
        // 613: raw HTML.
        ("<a><bab><c2c>\n", "<p><a><bab><c2c></p>\n"),
        // 633, 648: line breaks.
        ("foo  \nbaz\n", "<p>foo<br />\nbaz</p>\n"),
        ("foo\nbaz\n", "<p>foo\nbaz</p>\n"),
    ])
    func `gives the HTML of the specification`(markdown: String, html: String) throws {
        #expect(CommonMark.html(try CommonMark.parse(markdown)) == html)
    }

    @Test func `passes custom HTML through where a node was replaced`() throws {
        let document = try CommonMark.parse("a `b` c\n\n```x\ny\n```\n").mapped { node in
            switch node.kind {
            case .code: Node(.customInline("<b>&amp;</b>"))
            case .codeBlock: Node(.customBlock("<hr class=\"z\">"))
            default: node
            }
        }
        #expect(CommonMark.html(document) == "<p>a <b>&amp;</b> c</p>\n<hr class=\"z\">\n")
    }

    @Test func `leaves out a child that its parent may not have`() {
        let document = Node(.document, children: [Node(.item), Node(.thematicBreak)])
        #expect(CommonMark.html(document) == "<hr />\n")
    }

    @Test func `has typographic punctuation only if asked`() throws {
        let source = "\"a\" -- b...\n"
        #expect(CommonMark.html(try CommonMark.parse(source, smart: true)) == "<p>“a” – b…</p>\n")
        #expect(CommonMark.html(try CommonMark.parse(source)) == "<p>&quot;a&quot; -- b...</p>\n")
    }

    @Test func `tells where blocks and inlines stand`() throws {
        let document = try CommonMark.parse("\n## A `b`\n")
        let heading = try #require(document.children.first)
        #expect(heading.position?.startLine == 2)
        #expect(heading.position?.endColumn == 8)
        let code = try #require(heading.children.last)
        #expect(code.kind == .code("b"))
        #expect(code.position?.startColumn == 7)
    }

    @Test func `holds text without markup`() throws {
        #expect(try CommonMark.parse("a *b*\n`c` [d](e)").plainText == "a b c d")
    }

    @Test func `is refused where it is nested deeper than anybody writes`() throws {
        #expect(throws: NestedTooDeeply.self) { try CommonMark.parse(String(repeating: "> ", count: 20_000) + "a") }
        #expect(try CommonMark.parse(String(repeating: "> ", count: 400) + "a").plainText == "a")
    }
}
