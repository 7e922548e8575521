import Literate
import NotebookEvents
import Testing

/// Cells that also run in the reader's browser.
@Suite struct `A live cell` {
    private func chapter(_ text: String) throws -> Chapter {
        try Chapter(SourceText(path: "chapters/x.md", text: "---\ntitle: T\n---\n" + text), slug: "x")
    }

    private static let two = """
        ```swift
        let plain = 1
        ```

        ```swift
        //| live: shared
        let data = [1, 2]
        ```

        ```swift
        //| live: true
        //| fig-cap: "Of `{swift} degree`."
        let degree = control("Degree", 1...3, default: 2)
        let sum = try total(data)
        sum
        ```
        """

    @Test func `is compiled with the shared cells before it, and with no other`() throws {
        let live = try #require(LiveCells(of: chapter(Self.two)))
        #expect(live.sources.map(\.moduleName) == ["Live2", "Live3"])
        #expect(live.sharedEntryPoints == ["Live2_main"])
        let text = live.sources[1].text
        #expect(text.contains("@testable import Live2") && !text.contains("Cell1"))
    }

    @Test func `stops at errors, shows its last value and tells its captions' values`() throws {
        let text = try #require(LiveCells(of: chapter(Self.two))).sources[1].text
        #expect(text.contains("public let sum = try! total(data)"))
        #expect(text.contains("NotebookRuntime.show(\nsum\n)"))
        #expect(text.contains("NotebookRuntime.inlineValue(0) { degree }"))
    }

    @Test(arguments: [
        ("let a = try f(); a", "try! f()"), ("let a = try? f(); a", "try? f()"),
        ("do { try f() } catch { g() }", "do { try f() } catch"),
        ("func h() throws(E) { try f() }; h()", "throws(E) { try f() }"),
        ("g { try f() }", "g { try! f() }"), ("g { () throws(E) in try f() }", "in try f()"),
    ])
    func `catches where its author does, and nowhere else`(code: String, compiled: String) throws {
        let chapter = try chapter("```swift\n//| live: true\n\(code)\n```")
        #expect(try #require(LiveCells(of: chapter)).sources[0].text.contains(compiled))
    }

    @Test func `has the parameters of the course, where it asks for them`() throws {
        let code = "```swift\n//| live: true\nlet name = try params[\"data\"]\nname\n```"
        let live = try #require(LiveCells(of: chapter(code), parameters: ["data": "a \"b\"", "size": "3"]))
        #expect(live.sources[0].text.contains(#"Prelude.setParameters(["data": "a \"b\"", "size": "3"])"#))
        let other = try #require(LiveCells(of: chapter(Self.two), parameters: ["data": "a"]))
        #expect(other.sources.allSatisfy { !$0.text.contains("setParameters") })
    }

    @Test func `is nothing to compile where no cell is live`() throws {
        #expect(try LiveCells(of: chapter("```swift\n//| live: shared\nlet a = 1\n```")) == nil)
    }

    @Test func `is told of at its own line and column`() throws {
        let chapter = try chapter(Self.two)
        // let sum = try! total(data): the column of `total` is one less in the chapter, and `public ` is not there.
        let place = chapter.location(file: "Live3.swift", line: 3, column: 23)
        #expect(place == Location(line: 17, column: 15))
    }

    private static let controls: [Event] = [
        .control(Control("Degree", .integer(lower: 1, upper: 3, initial: 2))),
        .control(Control("Kind <a>", .choice(options: ["x", "y"], initial: 1))),
        .control(Control("On", .toggle(initial: true))), .control(Control("Again", .button)),
        .control(Control("Noise", .number(lower: -1, upper: 1, step: 0.5, initial: -0.5))),
        .control(Control("Name", .text(initial: "\"A\""))),
    ]

    private func page(_ events: [Event], isLive: Bool = true) throws -> Page {
        let chapter = try chapter("```swift\n//| label: fig-a\n//| live: true\n1\n```")
        var context = PageContext(chapters: [chapter])
        context.isLive = isLive
        return Page(chapter, Execution(results: [UnitResult(status: .ran, events: events)]), in: context)
    }

    @Test(arguments: [
        "<label for=\"fig-a--control-1\">Degree</label> <input type=\"range\" id=\"fig-a--control-1\"",
        "data-control=\"Degree\" min=\"1\" max=\"3\" step=\"1\" value=\"2\">",
        "<option>x</option><option selected>y</option>", "data-control=\"Kind &lt;a&gt;\"",
        "<input type=\"checkbox\" id=\"fig-a--control-3\" data-control=\"On\" checked>",
        "<button type=\"button\" class=\"button\" data-control=\"Again\">Again</button>",
        "step=\"0.5\" value=\"-0.5\"><output for=\"fig-a--control-5\">−0.5</output>", "value=\"&quot;A&quot;\"",
        "data-live=\"live/x.js\"", "data-entry=\"Live1_main\"", "data-live-reset", "class=\"live-note\"",
    ])
    func `has labeled native inputs on its page`(html: String) throws {
        let page = try page(Self.controls)
        #expect(page.isLive)
        #expect(page.html.contains(html), "\(page.html)")
    }

    @Test func `can be run and stepped through if it animates`() throws {
        #expect(try !page(Self.controls).html.contains("data-live-run"))
        let html = try page([.animation(Animation(label: "Epoch", first: 1, last: 9))]).html
        #expect(html.contains("data-live-run") && html.contains("data-live-step"))
    }

    @Test func `is a cell as any other where nothing is to be live`() throws {
        let page = try page(Self.controls, isLive: false)
        #expect(!page.isLive && !page.html.contains("live"))
    }

    @Test func `must agree with others on the controls that they share`() throws {
        let live = "```swift\n//| live: true\n1\n```\n\n"
        let chapter = try chapter(live + live + "```swift\n3\n```")
        let one = UnitResult(status: .ran, events: [Self.controls[0]])
        let other = UnitResult(
            status: .ran, events: [.control(Control("Degree", .integer(lower: 1, upper: 9, initial: 2)))])
        #expect(Execution(results: [one, one, UnitResult(status: .ran)]).controlProblems(in: chapter) == [])
        let problems = Execution(results: [one, other, one]).controlProblems(in: chapter)
        #expect(problems.map(\.severity) == [.error, .warning])
        #expect(problems[0].message == "the control 'Degree' is another than the one on line 6")
        #expect(problems[1].message == "nobody can change the control 'Degree': the cell is not live")
    }
}
