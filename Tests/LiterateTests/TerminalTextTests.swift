import Literate
import NotebookEvents
import Testing

@Suite struct `Printed text` {
    @Test(arguments: [
        ("\u{1B}[31mred\u{1B}[0m plain", "<span class=\"ansi-red\">red</span> plain"),
        (
            "\u{1B}[1;4;3;92mall\u{1B}[m",
            "<span class=\"ansi-bright-green ansi-bold ansi-italic ansi-underline\">all</span>"
        ),
        (
            "\u{1B}[1mb\u{1B}[22mn\u{1B}[3mi\u{1B}[23mn",
            "<span class=\"ansi-bold\">b</span>n<span class=\"ansi-italic\">i</span>n"
        ),
        ("\u{1B}[44mon\u{1B}[49moff", "<span class=\"ansi-on-blue\">on</span>off"),
        ("\u{1B}[103;30mx", "<span class=\"ansi-black ansi-on-bright-yellow\">x</span>"),
        ("\u{1B}[38;5;196mx\u{1B}[39my", "<span class=\"ansi-bright-red\">x</span>y"),
        ("\u{1B}[38;5;9mx", "<span class=\"ansi-bright-red\">x</span>"),
        ("\u{1B}[38;5;244mx", "<span class=\"ansi-bright-black\">x</span>"),
        ("\u{1B}[38;2;10;200;20mx", "<span class=\"ansi-green\">x</span>"),
        ("\u{1B}[38:2::250:250:250mx", "<span class=\"ansi-bright-white\">x</span>"),
        ("\u{1B}[4:3mx", "<span class=\"ansi-underline\">x</span>"),
        ("\u{1B}[31ma\nb\u{1B}[0m", "<span class=\"ansi-red\">a</span>\n<span class=\"ansi-red\">b</span>"),
        ("\u{1B}[31m<b>&\u{1B}[0m", "<span class=\"ansi-red\">&lt;b&gt;&amp;</span>"),
        ("\u{9B}31mx", "<span class=\"ansi-red\">x</span>"),
    ])
    func `keeps a terminal's colors`(text: String, html: String) throws {
        #expect(try shown(text) == html)
    }

    @Test(arguments: [
        ("10%\r100%", "100%"), ("100%\r5", "500%"), ("100%\r\u{1B}[K5", "5"), ("100%\u{1B}[2K\rdone", "done"),
        ("abc\u{1B}[2Kx", "x"), ("abc\u{1B}[1K", "abc"), ("ab\u{8}c", "ac"), ("\u{8}\u{8}a", "a"),
        ("a\r\nb", "a\nb"), ("a\r", "a"), ("a\rb\nc\rd", "b\nd"), ("é\r\u{1F600}", "\u{1F600}"), ("a\u{7}b\r", "ab"),
    ])
    func `overwrites its line as a terminal does`(text: String, html: String) throws {
        #expect(try shown(text) == html)
    }

    @Test(arguments: [
        ("a\u{1B}[2Jb", "ab"), ("a\u{1B}[10;20Hb", "ab"), ("a\u{1B}]0;title\u{7}b", "ab"),
        ("a\u{1B}]8;;https://x.org\u{1B}\\link\u{1B}]8;;\u{1B}\\b", "alinkb"), ("a\u{1B}[?25lb", "ab"),
        ("a\u{1B}(Bb", "ab"), ("a\u{1B}Pq#1\u{1B}\\b", "ab"), ("a\u{1B}7b", "ab"), ("a\u{1B}", "a"), ("a\u{1B}[", "a"),
        ("a\u{1B}[31", "a"), ("a\u{1B}]0;never ended\nb", "a\nb"), ("a\u{1B}[31\nb", "a\nb"), ("a\u{1B}[é", "aé"),
        ("a\u{1B}\u{1B}[1mb", "a<span class=\"ansi-bold\">b</span>"), ("a\u{1B}[38;5mb", "ab"),
        ("a\u{1B}[38;5;999mb", "ab"),
        ("a\u{1B}[99999999999999999999mb", "ab"), ("a\u{1B}[>31mb", "ab"), ("a\0b\u{1}c", "a\u{FFFD}b\u{FFFD}c"),
        ("\u{1B}[31m\u{FFFE}", "<span class=\"ansi-red\">\u{FFFD}</span>"),
    ])
    func `drops what else a terminal is told`(text: String, html: String) throws {
        #expect(try shown(text) == html)
    }

    @Test(arguments: [
        "\u{1B}[", "\u{1B}]", "\u{1B}[1;", "a\r", "\u{8}", "\u{1B}[31mx", "\u{1B}[2K", "x\u{1B}[1K", "x\u{1B}[2K",
        "x\u{1B}[K", "\u{1B}", ";",
        "\u{301}",
    ])
    func `takes time in proportion to its length`(piece: String) throws {
        func seconds(_ count: Int) throws -> Double {
            let text = "\u{1B}[" + String(repeating: piece, count: count)
            let start = ContinuousClock.now
            _ = try shown(text)
            return (ContinuousClock.now - start) / .seconds(1)
        }
        _ = try seconds(1000)
        // Were it quadratic, it would take minutes.
        #expect(try seconds(200_000) < 10)
    }

    /// What a page shows of a cell that prints `text`.
    private func shown(_ text: String) throws -> String {
        let page = Page(
            try Chapter("```swift\n//| echo: false\n1\n```\n"),
            Execution(results: [UnitResult(status: .ran, printed: PrintedText(output: text))])
        ).html
        let body = try #require(page.firstRange(of: "aria-label=\"Printed\">"))
        return String(page[body.upperBound...].prefix(upTo: try #require(page.firstRange(of: "</pre>")).lowerBound))
    }
}
