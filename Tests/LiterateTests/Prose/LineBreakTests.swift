import Literate
import NotebookEvents
import Testing

/// Where a browser would end a line and a reader would not.
@Suite struct `A line of text` {
    private static let typesetter = Typesetter { (tex, _) throws(TypesettingError) in "<m>\(tex)</m>" }

    @Test(arguments: [
        ("so $x$.", "so [<m>x</m>.]"), ("so ($x$), so", "so [(<m>x</m>),] so"), ("a $x$ b", "a [<m>x</m>] b"),
        ("$k$-nearest", "[<m>k</m>-]nearest"), ("is—$x$—is", "is—[<m>x</m>]—is"), ("$x$&\nso", "[<m>x</m>&amp;]\nso"),
        ("($x$) $y$.", "[(<m>x</m>)] [<m>y</m>.]"), ("$x$*a*", "[<m>x</m>]<em>a</em>"),
    ])
    func `does not end between a formula and the signs that touch it`(text: String, expected: String) throws {
        let html = try WovenProse.html(text, typesetter: Self.typesetter)
        let wanted = expected.replacing("[", with: "<span class=\"formula\">").replacing("]", with: "</span>")
        #expect(html == "<p>\(wanted)</p>\n", "\(html)")
    }

    @Test(arguments: [
        ("1 ± 2 of", "1_±_2 of"), ("1 ±\n2", "1_±_2"), ("1\n± 2", "1_±_2"), ("within ±2", "within ±2"),
        ("*1* ± *2*", "<em>1</em>_±_<em>2</em>"), ("`1 ± 2`", "<code>1 ± 2</code>"),
    ])
    func `does not end beside ±, save in code`(text: String, expected: String) throws {
        let html = try WovenProse.html(text)
        #expect(html == "<p>\(expected.replacing("_", with: "\u{A0}"))</p>\n", "\(html)")
    }

    @Test func `does not end before a claim, beside the ± of a value, or between a claim and its period`() throws {
        let chapter = try Chapter("It is `{swift} a` ±\n`{swift} b`,\n`{claim} c`.")
        let result = UnitResult(
            status: .ran,
            events: [
                .value(index: 0, text: "1 ± 2"), .value(index: 1, text: "3"),
                .claim(index: 2, ClaimOutcome(held: true, operands: [])),
            ])
        let html = Page(chapter, Execution(results: [result])).html
        #expect(html.contains(">1\u{A0}±\u{A0}2</span>\u{A0}±\u{A0}<span"), "\(html)")
        #expect(html.contains("</span>,\u{A0}<span class=\"claim claim-held\">"), "\(html)")
        #expect(html.hasSuffix("</span>.</span></p>\n"), "\(html)")
    }

    @Test(arguments: [
        ("-1.5", "−1.5"), ("from -2 to -.5", "from −2 to −.5"), ("(-3)", "(−3)"), ("1 ± -2", "1_±_−2"),
        ("2026-11-26", "2026-11-26"), ("10^-3", "10^-3"), ("a-1", "a-1"), ("x -> y", "x -> y"), ("--1", "--1"),
    ])
    func `has minus signs before the numbers that were computed, and hyphens elsewhere`(text: String, set: String)
        throws
    {
        let set = set.replacing("_", with: "\u{A0}").replacing(">", with: "&gt;")
        let table = Table(columns: ["a"], rows: [[text]])
        let results = [
            UnitResult(status: .ran, events: [.output(.table(table), printed: .nothing)]),
            UnitResult(status: .ran, events: [.value(index: 0, text: text)]),
        ]
        let html = Page(try Chapter("```swift\n1\n```\n\n`{swift} a`"), Execution(results: results)).html
        #expect(html.contains(">\(set)</tr>") && html.contains(">\(set)</span>"), "\(html)")
    }

    @Test func `of a table does not end in a number, and numbers with margins stand to the right`() throws {
        let table = Table(
            columns: ["name", "mean", "none", "power"],
            rows: [["a", "7.1 ± 1.7%", "—", "−1.22×10⁻¹⁶"], ["b", "−3 ± 0.4", "5", "10⁶"]])
        let chapter = try Chapter("```swift\n1\n```\n")
        let result = UnitResult(status: .ran, events: [.output(.table(table), printed: .nothing)])
        let html = Page(chapter, Execution(results: [result])).html
        #expect(html.contains("<tr><td class=\"text\">a<td>7.1\u{A0}±\u{A0}1.7%<td>—<td>−1.22×10⁻¹⁶</tr>"), "\(html)")
    }
}
