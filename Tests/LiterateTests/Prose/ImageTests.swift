import Literate
import Testing

@Suite struct `An image` {
    @Test(arguments: [
        ("![A *b*](a.png)", "<p><img src=\"a.png\" alt=\"A b\" /></p>"),
        ("![A](a%20b.png \"T\")", "<img src=\"a%20b.png\" alt=\"A\" title=\"T\" />"),
        ("![](a.png){alt=\"\"}", "<img src=\"a.png\" alt=\"\" />"),
        ("x ![A](a.png){.wide} y", "<img src=\"a.png\" alt=\"A\" class=\"wide\" /> y"),
        ("![A](a.png){width=50%}", "style=\"width: 50%\""),
        ("![A][r]{.wide}\n\n[r]: a.png", "<img src=\"a.png\" alt=\"A\" class=\"wide\" />"),
        (
            "![A *b* $x$](a.png){#fig-a fig-alt=\"Two lines\" .wide}",
            "<figure id=\"fig-a\" class=\"figure wide\" aria-labelledby=\"fig-a--caption\">\n<div class=\"figure-picture\">"
                + "<img src=\"a.png\" alt=\"Two lines\" /></div>\n<figcaption><p id=\"fig-a--caption\">"
                + "<span class=\"figure-number\">Figure\u{A0}1.1.</span> A <em>b</em> <span class=\"formula\">"
        ),
        ("[a](b){.c}", "<a href=\"b\">a</a>{.c}"),
        ("f(x){#a}", "f(x){#a}"),
    ])
    func `has a text, and with a label a number`(text: String, html: String) throws {
        try WovenProse.expect(text, has: html)
    }

    @Test(arguments: [
        (
            "text ![](a.png)",
            "4:6: error: the image has no text for readers who can't see it\n    write it into the brackets"
        ),
        ("![ ](a.png){#fig-a}", "4:1: error: the image has no text"),
        ("![A](a.png){#tbl-a}", "4:1: error: the label 'tbl-a' is that of a table, and this is an image"),
        ("![A](a.png){#fig-é}", "4:13: error: '#fig-é' is not a name"),
    ])
    func `is refused where it is wrong`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try WovenProse.html(text) }
    }

    @Test(
        arguments: [
            (
                [
                    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0,
                    0, 0, 7,
                ], 256, 7
            ),
            (Array("GIF89a".utf8) + [2, 1, 3, 0], 258, 3),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 9, 9, 0xFF, 0xC2, 0, 17, 8, 0, 5, 1, 0], 256, 5),
            ([0xFF, 0xD8, 0xFF, 0xC4, 0, 4, 9, 9, 0xFF, 0xFF, 0xC0, 0, 17, 8, 0, 5, 0, 6], 6, 5),
            (Array("RIFF....WEBPVP8 ....".utf8) + [0, 0, 0, 0x9D, 1, 0x2A, 0x10, 0x40, 0x20, 0], 16, 32),
            (Array("RIFF....WEBPVP8L....".utf8) + [0x2F, 0x0F, 0xC0, 0x07, 0], 16, 32),
            (Array("RIFF....WEBPVP8X....".utf8) + [0, 0, 0, 0, 15, 0, 0, 31, 0, 0], 16, 32),
            (Array("<?xml?><!-- a --><svg xmlns='x' width=\"40px\" height='30.4'>".utf8), 40, 30),
            (Array("<svg viewBox=\"0 0 12 34\" width=\"100%\">".utf8), 12, 34),
        ] as [([UInt8], Int, Int)])
    func `tells its size`(bytes: [UInt8], width: Int, height: Int) {
        #expect(ImageSize(of: bytes) == ImageSize(width: width, height: height))
        for end in 0..<min(bytes.count, 16) { #expect(ImageSize(of: Array(bytes[..<end])) == nil) }
    }

    @Test(arguments: [
        "", "text", "<svg>", "<svg width=\"0\" height=\"0\"/>", "<svg viewBox=\"a b c d\">",
        "<svg width=\"1e99\" height=\"1\">", "GIF89a",
    ])
    func `tells no size where it has none`(text: String) {
        #expect(ImageSize(of: Array(text.utf8)) == nil)
    }
}
