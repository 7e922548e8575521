import Literate
import NotebookEvents
import Testing

@Suite struct `An exercise` {
    @Test(arguments: [
        ("::: {.hint}\nh\n:::", "4:1: error: 'hint' stands in no exercise"),
        ("::: {.solution}\ns\n:::", "4:1: error: 'solution' stands in no exercise"),
        ("::: {.choices}\n- a\n- b\n:::", "4:1: error: 'choices' stands in no exercise"),
        ("Is `{answer} 1`", "4:14: error: '{answer}' can't stand here"),
        ("Is `{correct} true`", "4:15: error: '{correct}' can't stand here"),
        (exercise("## A `{answer} 1`"), "5:16: error: '{answer}' can't stand here"),
        (exercise("| a `{answer} 1` |\n|---|\n| b |"), "5:15: error: '{answer}' can't stand here"),
        (exercise("Is `{correct} true`"), "5:15: error: '{correct}' can't stand here"),
        (exercise("A `{answer} 1`, b `{answer} 2`"), "5:29: error: a paragraph can't have two answers"),
        (exercise("Is `{answer}`"), "5:5: error: '{answer}' without an expression"),
        (exercise("Is `{answer tolerance=1.2.3} 1`"), "5:5: error: expected '{answer}' or '{answer tolerance=0.01}'"),
        (exercise("::: {.exercise #ex-b}\n:::"), "5:1: error: an exercise can't stand in another"),
        (exercise("::: {.choices}\nText.\n:::"), "5:1: error: choices are to be one list of two items or more"),
        (
            exercise("::: {.choices}\n- `{correct} true` A\n\n  why\n:::"),
            "5:1: error: choices are to be one list of two items or more"
        ),
        (
            exercise("::: {.choices}\n- `{correct} true` A\n\n  why\n\n- B\n\n  why\n:::"),
            "10:3: error: a choice is to have one '{correct}', and this has 0"
        ),
        (
            exercise("::: {.choices}\n- `{correct} true` A\n\n  why\n\n- `{correct} false` B\n:::"),
            "10:3: error: this choice has no reason"
        ),
        (
            "```swift\n//| label: fig-a\n//| fig-cap: \"`{answer} 1`\"\n1\n```",
            "6:25: error: a caption can't hold '{answer}'"
        ),
        (cells("ex-a"), "7:1: error: the code exercise 'ex-a' has no solution and no check"),
        (cells("ex-a", "ex-a-check"), "7:1: error: the code exercise 'ex-a' has no solution"),
        (cells("ex-a-solution", "ex-a-check"), "7:1: error: the code exercise 'ex-a' has no starter"),
        (
            cells("ex-a", "ex-a-solution", "ex-a-check").replacing(":::", with: "").replacing(
                " {.exercise #ex-a}", with: ""),
            "7:1: error: a cell labeled 'ex-a' stands in no exercise"
        ),
        (
            cells("ex-a", "ex-a-solution", "ex-a-check").replacing("```swift\n", with: "```swift no_run\n"),
            "7:1: error: the starter of a code exercise can't have 'no_run'"
        ),
    ])
    func `is refused where it is wrong`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try WovenProse.html(text) }
    }

    @Test(
        arguments: [
            ("nan", nil, "the answer is 'nan', which nobody can give"),
            ("inf", 0.1, "the answer is 'inf', which nobody can give"),
            ("0.3333333333", nil, "the answer 0.3333333333 has no tolerance"),
            ("red", 0.1, "the answer 'red' is no number, so that it has no tolerance"),
            ("", nil, "the answer is empty"),
        ] as [(String, Double?, String)])
    func `is refused where nobody can give its answer`(value: String, tolerance: Double?, message: String) throws {
        let role = tolerance.map { "{answer tolerance=\($0)}" } ?? "{answer}"
        let chapter = try Chapter(Self.exercise("Is `\(role) x`"))
        let problems = Self.execution([value]).unanswerable(in: chapter)
        #expect(problems.map(\.message) == [message])
        #expect(problems.map(\.location?.line) == [5])
    }

    @Test(arguments: [
        (["true", "true"], "all of these choices are right"),
        (["false", "false"], "none of these choices is right"),
        (["true", "7"], "'{correct}' is to be true or false, not '7'"),
    ])
    func `is refused where its choices are none`(values: [String], message: String) throws {
        let problems = Self.execution(values).unanswerable(in: try Chapter(Self.choices))
        #expect(problems.map(\.message) == [message])
    }

    @Test func `is refused nothing where answers can be given`() throws {
        #expect(Self.execution(["true", "false"]).unanswerable(in: try Chapter(Self.choices)) == [])
        let answer = try Chapter(Self.exercise("Is `{answer tolerance=0.01} x`"))
        #expect(Self.execution(["0.66666666"]).unanswerable(in: answer) == [])
    }
}

extension `An exercise` {
    @Test func `asks in the words of its last sentence, and hides the answer`() throws {
        let html = try Self.html("It is 3. Half of *it*: `{answer tolerance=0.01} 3 / 2`", values: ["1.5"])
        #expect(html.contains("<p>It is 3.</p>\n<div class=\"answer\" data-answer=\"MS41\" data-tolerance=\"0.01\">"))
        #expect(html.contains("<label><span>Half of <em>it</em>:</span> <input type=\"text\""))
        #expect(html.contains("<details class=\"answer-shown\"><summary>Show the answer</summary>"))
        #expect(html.contains("<span class=\"value\">1.5</span>, give or take 0.01."))
    }

    @Test(arguments: [
        ("3.6832815729", "{answer tolerance=0.01}", "3.68"), ("3.6832815729", "{answer tolerance=0.5}", "3.7"),
        ("-0.666666", "{answer tolerance=0.001}", "−0.667"), ("40.04%", "{answer tolerance=1}", "40%"),
        ("32", "{answer}", "32"), ("red", "{answer}", "red"), ("4.9999", "{answer tolerance=0.01}", "5"),
    ])
    func `tells its answer with as many digits as it asks for`(value: String, role: String, shown: String) throws {
        let html = try Self.html("Is `\(role) x`", values: [value])
        #expect(html.contains("<span class=\"value\">\(shown)</span>"), "\(html)")
    }

    @Test func `has choices that say, when they are opened, whether they are right and why`() throws {
        let html = try Self.html(Self.choices, values: ["true", "false"])
        let right =
            "<li><details class=\"choice choice-right\"><summary>A <em>one</em></summary>\n<p class=\"verdict\">Right.</p>"
        #expect(html.contains(right + "\n<p>why a</p>\n</details></li>"), "\(html)")
        #expect(html.contains("<details class=\"choice\"><summary>B</summary>\n<p class=\"verdict\">Not this one.</p>"))
    }

    @Test func `counts its hints where there are several`() throws {
        let html = try Self.html("::: {.hint}\na\n:::\n::: {.hint title=More}\nb\n:::", values: [])
        #expect(html.contains("<summary>Hint 1</summary>\n<p>a</p>"))
        #expect(html.contains("<summary>Hint 2: More</summary>\n<p>b</p>"))
    }

    @Test(arguments: [
        (Solutions.folded, "<details class=\"solution\">\n<summary>Solution</summary>\n<p>It is so.</p>\n</details>"),
        (.appendix, "<p class=\"solution-link\"><a href=\"#ex-a--solution\">Solution</a></p>"),
        (
            .appendix,
            "<h2 id=\"solutions--title\">Solutions</h2>\n<div id=\"ex-a--solution\" class=\"box solution\">\n<p class=\"box-title\"><a href=\"#ex-a\">"
        ),
    ])
    func `has its solution where the course wants it`(solutions: Solutions, html: String) throws {
        let page = try Self.html("::: {.solution}\nIt is so.\n:::", values: [], solutions: solutions)
        #expect(page.contains(html), "\(page)")
    }

    @Test func `has no solution where the course omits them, neither on its page nor in its text`() throws {
        let text = "Q `{answer} 1`\n\n::: {.solution}\nIt is so.\n:::\n\nAfter."
        let page = try Self.html(text, values: ["1"], solutions: .omitted)
        #expect(!page.contains("so") && !page.contains("Show the answer") && page.contains("<p>After.</p>"), "\(page)")
        let chapter = try Chapter(Self.exercise(text))
        #expect(chapter.handout(.omitted).contains("Q `{answer} 1`\n\n\nAfter."))
        #expect(chapter.handout(.folded) == chapter.source.text)
        let code = try Chapter(Self.cells("ex-a", "ex-a-solution", "ex-a-check"))
        #expect(!code.handout(.omitted).contains("ex-a-solution"))
        #expect(code.handout(.omitted).contains("//| label: ex-a-check\n1\n```"))
    }

    @Test func `in code shows its starter and folds its solution and its check`() throws {
        let html = try Self.html(Self.cells("ex-a", "ex-a-solution", "ex-a-check"), values: [])
        #expect(html.contains("<section class=\"cell\" id=\"ex-a--starter\">"))
        #expect(
            html.contains(
                "<details class=\"solution\">\n<summary>Solution</summary>\n<section class=\"cell\" id=\"ex-a-solution\">"
            ))
        #expect(html.contains("<details class=\"check\"><summary>What your code is checked by</summary>"))
        #expect(html.matches(of: #/id="ex-a"/#).count == 1)
    }
}

extension `An exercise` {
    static let choices = exercise(
        "::: {.choices}\n- A *one* `{correct} a`\n\n  why a\n- `{correct} b` B\n\n  why b\n:::")

    static func exercise(_ text: String) -> String { "::: {.exercise #ex-a}\n\(text)\n:::\n" }

    /// An exercise that is made of cells of these labels.
    static func cells(_ labels: String...) -> String {
        exercise(labels.map { "```swift\n//| label: \($0)\n1\n```\n" }.joined(separator: "\n"))
    }

    /// What comes of a chapter whose expressions have these values.
    static func execution(_ values: [String]) -> Execution {
        Execution(results: [
            UnitResult(status: .ran, events: values.enumerated().map { .value(index: $0, text: $1) })
        ])
    }

    static func html(_ text: String, values: [String], solutions: Solutions = .folded) throws -> String {
        let chapter = try Chapter(text.hasPrefix("::: {.exercise") ? text : exercise(text))
        let results = chapter.units.map { unit in
            unit.isCell ? UnitResult(status: .ran) : execution(values).results[0]
        }
        let course = PageContext(chapters: [chapter], solutions: solutions)
        return Page(chapter, Execution(results: results), in: course).html
    }
}

@Suite struct `A demo` {
    @Test func `shows its own lines, and what becomes of them`() throws {
        try WovenProse.expect(
            "::: {.demo}\nA *b*\n\n::: {.callout-tip}\nc\n:::\n:::\n",
            has: "<code class=\"language-markdown\">A *b*\n\n::: {.callout-tip}\nc\n:::</code>")
        try WovenProse.expect(
            "::: {.demo}\nA *b*\n:::\n", has: "<div class=\"demo-result\">\n<p>A <em>b</em></p>\n</div>\n</div>")
        try WovenProse.expect(
            "- item\n\n  ::: {.demo}\n  A\n      b\n  :::\n", has: "<code class=\"language-markdown\">A\n    b</code>")
    }
}
