import Literate
import Testing

@Suite struct `A formula` {
    private static let typesetter = Typesetter { (tex, isDisplay) throws(TypesettingError) in
        guard let place = tex.firstRange(of: "\\oops") else { return "<m>\(isDisplay ? "D" : "")\(tex)</m>" }
        throw TypesettingError(
            message: "no macro \\oops", offset: tex.utf8.distance(from: tex.startIndex, to: place.lowerBound))
    }

    @Test(arguments: [
        ("a $x_1 * y_2 * z$ b", "<m>x_1 * y_2 * z</m>"),
        ("$\\{a\\}$", "<m>\\{a\\}</m>"),
        ("\\(a_b*c*\\)", "<m>a_b*c*</m>"),
        ("*a $x$ b*", "<em>a <span class=\"formula\"><m>x</m></span> b</em>"),
        ("**$x$**y", "<strong><span class=\"formula\"><m>x</m></span></strong>y"),
        ("($x$, $y$)", "<span class=\"formula\">(<m>x</m>,</span> <span class=\"formula\"><m>y</m>)</span>"),
        ("$a\nb$", "<m>a\nb</m>"),
        ("[$x$](u)", "<a href=\"u\"><span class=\"formula\"><m>x</m></span></a>"),
        ("$x$\u{301} y", "<m>x</m>"),
        ("$a \\$ b$", "<m>a \\$ b</m>"),
        (
            "$$a$$",
            "<p><span class=\"equation\"><span class=\"equation-body\" tabindex=\"0\" role=\"group\" aria-label=\"Equation\"><m>Da</m></span></span></p>"
        ),
        ("\\[a\\]", "<m>Da</m>"),
        ("$$\na\n- b\n# c\n    d\n= e\n$$\nafter", "<m>D\na\n- b\n# c\nd\n= e\n</m></span></span>\nafter</p>"),
        (
            "> $$\n> a > b\n> $$",
            "<blockquote>\n<p><span class=\"equation\"><span class=\"equation-body\" tabindex=\"0\" role=\"group\" aria-label=\"Equation\"><m>D\na > b\n</m>"
        ),
        ("- $$\n  a\n  $$\n- b", "<m>D\na\n</m>"),
        ("$$a$$ {#eq-a} b", "<span class=\"equation\" id=\"eq-a\">"),
        ("$$a$$ {#eq-a} b", "<span class=\"equation-number\">(1.1)</span></span> b</p>"),
        ("![x $y$](a.png)", "alt=\"x y\""),
        ("## On $L_2$", "id=\"on-l-2\""),
    ])
    func `is kept from Markdown and typeset`(text: String, html: String) throws {
        let page = try WovenProse.html(text, typesetter: Self.typesetter)
        #expect(page.contains(html), "\(page)")
    }

    @Test(arguments: [
        "$5 and $6", "$20,000 and $30", "a $ b $ c", "$x $", "$ x$", "\\$x\\$", "costs 5$", "a$", "$1/$2",
        "`$x$`", "```\n$x$\n```", "    $x$\n", "<b title=\"$x$\">", "<https://x.y/$x$>", "[a](/u$x$v)", "$5 `x$`",
        "<div>\n$x$\n</div>", "$a\n\nb$",
    ])
    func `is told from dollars and code`(text: String) throws {
        #expect(try !WovenProse.html(text, typesetter: Self.typesetter).contains("<m>"))
    }

    @Test func `leaves addresses and HTML as they are`() throws {
        try WovenProse.expect(
            "[a](/u$x$v \"$t$\") <b title=\"$x$\">c</b>",
            has: "<p><a href=\"/u$x$v\" title=\"$t$\">a</a> <b title=\"$x$\">c</b></p>")
    }

    @Test(arguments: [
        ("$$\na\n\n$$", "4:1: error: this formula is not closed"),
        ("é $a + \\oops$", "4:9: error: no macro \\oops"),
        ("> text\n> $$\n>   a\n>   \\oops\n> $$", "7:5: error: no macro \\oops"),
        ("|a|\n|-|\n|é $\\oops$|", "6:6: error: no macro \\oops"),
        ("[^x]: A $\\oops$\n\n[^x]", "4:10: error: no macro \\oops"),
        ("$$a$$ {#eq-a}\n\n$$b$$ {#eq-a}", "6:1: error: the id 'eq-a' is used twice: first on line 4"),
        ("$$a$$ {#fig-a}", "4:1: error: the label 'fig-a' is that of a figure, and this is a formula"),
        ("$$a$$ {#a b}", "4:8: error: 'b' is neither"),
    ])
    func `is refused where it is wrong, at its own place`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try WovenProse.html(text, typesetter: Self.typesetter) }
    }
}
