import Literate
import Testing

@Suite struct `A pipe table` {
    @Test(arguments: [
        (
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>"
        ),
        ("a | b\n--|--\n1 | 2", "<tr><td>1</td><td>2</td></tr>"),
        (
            "|a|b|c|\n|:-|-:|:-:|\n|1|2|3|",
            "<td class=\"align-left\">1</td><td class=\"align-right\">2</td><td class=\"align-center\">3</td>"
        ),
        ("|a|\n|-|\n|1|\n\nafter", "</table></div>\n<p>after</p>"),
        ("before\n|a|\n|-|\n|1|", "<p>before</p>\n<div class=\"table\""),
        ("|a|b|\n|-|-|\n|1|", "<tr><td>1</td><td></td></tr>"),
        ("|a|b|\n|-|-|", "<th scope=\"col\">b</th></tr></thead>\n</table>"),
        ("| |b|\n|-|-|\n|1|2|", "<tr><td></td><th scope=\"col\">b</th></tr>"),
        ("|a|b|\n|-|-|\n|*x*|[l](u)|", "<td><em>x</em></td><td><a href=\"u\">l</a></td>"),
        ("|a|b|\n|-|-|\n|[l][u]|- x|\n\n[u]: /v", "<td><a href=\"/v\">l</a></td><td>- x</td>"),
        ("|a|b|\n|-|-|\n|`x \\| y`|z \\| w|", "<td><code>x | y</code></td><td>z | w</td>"),
        ("|a|b|\n|-|-|\n|$\\|x\\|$|\\\\|", "<code class=\"math\">\\|x\\|</code></span></td><td>\\</td>"),
        ("|a|\n|-|\n|# x|\n|`a`|", "<td># x</td></tr>\n<tr><td><code>a</code></td>"),
        ("|a|\n|-|\n      |1|", "<tbody>\n<tr><td>1</td></tr>\n</tbody>"),
        ("> |a|\n> |-|\n> |1|", "<blockquote>\n<div class=\"table\""),
        ("- x\n\n  |a|\n  |-|\n  |1|\n- y", "<tbody>\n<tr><td>1</td></tr>\n</tbody></table></div>\n</li>"),
        ("|a|\n|-|\n|1|\n\n: A *caption*", "<table>\n<caption>A <em>caption</em></caption>"),
        (
            "|a|\n|-|\n|1|\n: A caption {#tbl-x}\n",
            "<div id=\"tbl-x\" class=\"table\" tabindex=\"0\" role=\"group\" aria-labelledby=\"tbl-x--caption\"><table>\n"
                + "<caption id=\"tbl-x--caption\"><span class=\"figure-number\">Table\u{A0}1.1.</span> A caption</caption>"
        ),
    ])
    func `is read as GitHub reads it, with a caption`(text: String, html: String) throws {
        try WovenProse.expect(text, has: html)
    }

    @Test(arguments: [
        "|a|\n\n|-|\n", "a\n---", "`|a|\n|-|`", "```\n|a|\n|-|\n```", "|a|\n|-x-|", "a | b\n- | -",
        "text\n      |a|\n      |-|",
    ])
    func `is told from other text by the line of rules below its head`(text: String) throws {
        #expect(try !WovenProse.html(text).contains("<table"))
    }

    @Test(arguments: [
        ("|a|b|\n|-|\n", "5:1: error: the line below a table's head has 1 columns, the head 2"),
        ("|a|b|\n|-|-|\n|1|2|3|", "6:6: error: this row has 3 cells, the table 2 columns\n    write '\\|' for a pipe"),
        ("|a|\n|-|\n|`{swfit} x`|", "6:3: error: unknown word '{swfit}': did you mean '{swift}'?"),
        ("|a|\n|-|\n|é \\| @fig-x|", "6:8: error: nothing has the label 'fig-x'"),
        ("|a|\n|-|\n|b|\n: C {#fig-x}", "4:1: error: the label 'fig-x' is that of a figure, and this is a table"),
    ])
    func `is refused where it is wrong, at its own place`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try WovenProse.html(text) }
    }

    @Test func `has expressions that run in the order of its text`() throws {
        let chapter = try Chapter(
            "`{swift} 1`\n\n| a `{swift} 2` | b |\n|---|---|\n| é `{swift} 3` | \\| `{claim} a \\|\\| b` |\n\n: `{swift} 5`\n\n`{swift} 6`\n"
        )
        #expect(chapter.locations == ["4:10", "6:14", "8:15", "8:32", "10:12", "12:10"])
        guard case .prose(let expressions) = chapter.units[0] else { return }
        #expect(expressions.map(\.source) == ["1", "2", "3", "a || b", "5", "6"])
    }
}
