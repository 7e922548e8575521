import Literate
import Testing

@Suite struct `A citation` {
    private static let works = """
        references:
        - id: srivastava2014
          author:
          - {family: Srivastava, given: Nitish}
          - {family: Hinton, given: Geoffrey E.}
          - {family: Krizhevsky, given: Alex}
          title: "Dropout: a simple way"
          container-title: Journal of Machine Learning Research
          volume: 15
          issue: 1
          page: 1929-1958
          issued: {date-parts: [[2014, 6]]}
          URL: https://jmlr.org/papers/v15/srivastava14a.html
        - id: hinton2006
          author: [{family: Hinton, given: G. E.}, {family: Salakhutdinov, given: Ruslan}]
          title: Reducing the dimensionality
          container-title: Science
          issued: "2006-07-28"
          DOI: https://doi.org/10.1126/science.1127647
        - id: book
          author: [{literal: ACM}]
          title: A book?
          publisher: Press
          issued: 2014
        - id: book-two
          author: [{literal: ACM}]
          title: Another <book>
          issued: {year: 2014}
        - id: untold
          title: Untold
        """

    @Test(arguments: [
        (
            "[@srivastava2014]",
            "(<a id=\"cite--1\" href=\"#work--srivastava2014\" role=\"doc-biblioref\">Srivastava et al., 2014</a>)"
        ),
        ("@srivastava2014 show", ">Srivastava et al. (2014)</a></span> show"),
        ("[@hinton2006, p. 3]", ">Hinton and Salakhutdinov, 2006</a>, p. 3)"),
        (
            "[see @hinton2006 and others; @book]",
            "(see <a id=\"cite--1\" href=\"#work--hinton2006\" role=\"doc-biblioref\">Hinton and Salakhutdinov, 2006</a> and others; <a"
        ),
        ("[-@hinton2006]", "(<a id=\"cite--1\" href=\"#work--hinton2006\" role=\"doc-biblioref\">2006</a>)"),
        ("[@book]", ">ACM, 2014a</a>"),
        ("[@book-two]", ">ACM, 2014b</a>"),
        ("[@untold]", ">“Untold”, n.d.</a>"),
        ("@book.", ">ACM (2014a)</a></span>."),
        ("|a|\n|-|\n|[@book]|", "<td><span class=\"citation\">("),
        ("A[^x]\n\n[^x]: See @book.", "<section class=\"references\" role=\"doc-bibliography\""),
        (
            "[@srivastava2014]",
            "<li id=\"work--srivastava2014\">Srivastava, N., Hinton, G. E., &amp; Krizhevsky, A. (2014). Dropout: a simple way. "
                + "<i>Journal of Machine Learning Research</i>, <i>15</i>(1), 1929–1958. "
                + "<a href=\"https://jmlr.org/papers/v15/srivastava14a.html\">https://jmlr.org/papers/v15/srivastava14a.html</a> "
                + "<a class=\"back\" href=\"#cite--1\" role=\"doc-backlink\" aria-label=\"Back to where Srivastava et al., 2014 is cited\">↩</a></li>"
        ),
        (
            "@hinton2006",
            "<a href=\"https://doi.org/10.1126/science.1127647\">https://doi.org/10.1126/science.1127647</a>"
        ),
        ("@book", "<li id=\"work--book\">ACM (2014a). <i>A book?</i> Press. <a"),
        ("@book-two", "<i>Another &lt;book&gt;</i>."),
        ("@book and @book", "aria-label=\"Back to where ACM, 2014 is cited, place 2\""),
        ("@srivastava2014 @book", "<ul>\n<li id=\"work--book\">"),
    ])
    func `names its work, which the page lists`(text: String, html: String) throws {
        try WovenProse.expect(text, has: html, bibliography: Self.works)
    }

    @Test(arguments: [
        (
            "é [@srivastava2041]",
            "chapters/x.md:4:5: error: unknown work 'srivastava2041': did you mean '@srivastava2014'?"
        ),
        ("@nobody", "chapters/x.md:4:1: error: unknown work 'nobody': there is none in site/references.yml"),
        ("[@book; @nobody]", "chapters/x.md:4:9: error: unknown work 'nobody'"),
    ])
    func `is refused where nobody wrote its work`(text: String, problem: String) {
        expectProblem(problem) { try WovenProse.html(text, bibliography: Self.works) }
    }

    @Test func `is refused where there are no works`() {
        expectProblem("chapters/x.md:4:1: error: unknown work 'a': the course has no bibliography\n    write '\\@'") {
            try WovenProse.html("@a")
        }
    }

    @Test(arguments: [
        ("references:\n- title: A", "2:3: error: a work has no 'id'"),
        ("- id: a", "1:3: error: the work 'a' has no 'title'"),
        ("- id: a b\n  title: A", "1:7: error: the id 'a b' is to consist of letters"),
        ("- id: a\n  title: [A]", "2:10: error: 'title' is to be a text"),
        ("- id: a\n  title: A\n  author: Ann", "3:11: error: the authors of 'a' are to be a list"),
        (
            "- id: a\n  title: A\n  author: [{given: Ann}]",
            "3:12: error: an author of 'a' has neither 'family' nor 'literal'"
        ),
        ("- id: a\n  title: A\n  issued: soon", "3:11: error: 'issued' of 'a' is to begin with a year"),
        ("- id: a\n  title: A\n  URL: javascript:x", "3:8: error: 'URL' is to be an address"),
        ("- id: a\n  title: A\n- id: a\n  title: B", "3:3: error: a second work 'a': the first is 'A'"),
        ("works: []", "1:1: error: expected a list of works under 'references'"),
        ("- id: a\n  title: b: c", "2:11: error: not YAML"),
    ])
    func `is refused where the file of works is wrong`(yaml: String, problem: String) {
        expectProblem("site/references.yml:" + problem) { try WovenProse.html("text", bibliography: yaml) }
    }
}
