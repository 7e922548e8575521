import Literate
import Testing

@Suite struct `A link` {
    @Test(arguments: [
        ("[a](one.md)", "<a href=\"one.html\">a</a>"),
        ("[a](one.md#sec-a \"T\")", "<a href=\"one.html#sec-a\" title=\"T\">a</a>"),
        ("[a](./one.md)", "<a href=\"one.html\">a</a>"),
        ("[*a*][r]\n\n[r]: one.md", "<a href=\"one.html\"><em>a</em></a>"),
        // What is no chapter's stays as it is.
        ("[a](two.md)", "<a href=\"two.md\">a</a>"),
        ("[a](data/one.md)", "<a href=\"data/one.md\">a</a>"),
        ("[a](https://x.org/one.md)", "<a href=\"https://x.org/one.md\">a</a>"),
    ])
    func `to a chapter's file leads to its page`(text: String, html: String) throws {
        let chapter = try Chapter(SourceText(path: "chapters/one.md", text: "---\ntitle: T\n---\n" + text), slug: "one")
        let page = Page(chapter, Execution(results: []), in: PageContext(chapters: [chapter]))
        #expect(page.html.contains(html), "\(page.html)")
    }

    @Test(arguments: [
        ("one.md", LinkDestination.file(path: "one.md", fragment: nil)),
        ("one.md#a", .file(path: "one.md", fragment: "a")),
        ("one.html?x=1#a", .file(path: "one.html", fragment: "a")),
        ("#a", .file(path: "", fragment: "a")),
        ("https://example.org", .elsewhere),
        ("HTTP://user@example.org:80/a?b#c", .elsewhere),
        ("https://[::1]:80/", .elsewhere),
        ("https://bücher.example/ä", .elsewhere),
        ("mailto:a@example.org", .elsewhere),
        ("tel:+1-23", .elsewhere),
        ("doi:10.1000/1", .elsewhere),
    ])
    func `says where it leads`(address: String, destination: LinkDestination) {
        #expect(LinkDestination(address) == destination)
    }

    @Test(arguments: [
        ("", "the link leads nowhere"),
        ("https://", "'https://' is not an address on the web"),
        ("https:/example.org", "'https:/example.org' is not an address on the web"),
        ("http:example.org", "'http:example.org' is not an address on the web"),
        ("https://exa mple.org", "'https://exa mple.org' is not an address on the web"),
        ("https://example..org/a", "'https://example..org/a' is not an address on the web"),
        ("https://-example.org/a", "'https://-example.org/a' is not an address on the web"),
        ("https://https://example.org", "'https://https://example.org' is not an address on the web"),
        ("htps://example.org", "unknown kind of address 'htps:': did you mean 'https:'?"),
        ("mailto:nobody", "'mailto:nobody' is not a mail address"),
        ("//example.org/a", "the link '//example.org/a' leads nowhere from a page that is a file"),
        ("/one.md", "the link '/one.md' leads out of the course"),
        ("file:///home/me/a.pdf", "the link 'file:///home/me/a.pdf' leads to a file of your machine"),
    ])
    func `that leads nowhere says so`(address: String, message: String) {
        guard case .nowhere(let found, _) = LinkDestination(address) else {
            Issue.record("\(address) leads to \(LinkDestination(address))")
            return
        }
        #expect(found.hasPrefix(message))
    }

    @Test func `is found wherever it stands, with its place`() throws {
        let chapter = try Chapter(
            """
            See [one](a.md) and <https://x.org/>.

            > Quoted [*two*](b.md)
            > and [three][r].

            | a | [four](d.md) |
            |---|---|

            <p>
            <a class="x"
               href='e.md?a&amp;b'>five</a></p>

            Inline <a href="f.md">six</a>. `[no](g.md)`

            ```swift
            //| fig-cap: "See [seven](h.md)."
            1
            ```

            [r]: c.md
            """)
        #expect(
            chapter.links.map { "\($0.location.line):\($0.location.column) \($0.destination)" } == [
                "4:5 a.md", "4:21 https://x.org/", "6:10 b.md", "7:7 c.md", "9:7 d.md", "14:4 e.md?a&b", "16:11 f.md",
                "19:14 h.md",
            ])
    }
}

@Suite struct `The ids of a page` {
    @Test func `are those of headings, cells and labels, and none that a result could change`() throws {
        let chapter = try Chapter(
            """
            ## Same & *same*
            ## Same & same
            ### With `code` and `{swift} 1 + 1`
            ## Named {#sec-named}

            ```swift
            //| label: shown
            1
            ```
            ```swift
            //| label: hidden
            //| include: false
            1
            ```
            ```swift
            1
            ```

            $$x$$ {#eq-x}

            ::: {.definition #def-x}
            A.
            :::

            <a id="own"></a>
            """)
        #expect(
            PageIDs(chapter).all.sorted() == [
                "cell-3", "def-x", "eq-x", "main", "own", "same-same", "same-same-2", "sec-named", "shown",
                "with-code-and",
            ])
    }
}
