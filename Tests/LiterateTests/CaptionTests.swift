import Literate
import Testing

@Suite struct `An expression in a caption` {
    @Test func `runs behind its cell, in its own place`() throws {
        let chapter = try Chapter(
            """
            - list

              ```swift
              //| fig-cap: "Über *all* `{swift} a`, `{claim} a > 0`"
              //| fig-alt: Alt `{swift} b`
              //| tbl-cap: >-
              //|   Folded
              //|   `{swift} c` and `{swift} c`
              let a = 1
              ```

              Text `{swift} d`.

              ```swift
              let e = 1
              ```
            """)
        #expect(chapter.units.map(\.isCell) == [true, false, true])
        #expect(chapter.locations == ["12:3", "7:38", "7:51", "8:29", "11:18", "11:34", "15:17", "18:3"])
    }

    @Test(arguments: [
        // A place in what is compiled, and what it is in the chapter.
        ("Prose1-0.swift", 2, 1, "6:25"), ("Cell1.swift", 2, 1, "7:1"), ("Prose1-2.swift", 2, 1, "9:22"),
        ("Prose1-0.swift", 2, 999, "6:30"), ("Prose1-0.swift", 3, 1, "6:30"), ("Prose1-2.swift", 3, 1, "9:23"),
    ])
    func `is where its errors are`(file: String, line: Int, column: Int, place: String) throws {
        let chapter = try Chapter(
            "```swift\n//| label: a\n//| fig-cap: X `{swift} 1 + 1`\nlet a = 1\n```\n`{swift} a` `{swift} b`\n")
        let found = try #require(chapter.location(file: file, line: line, column: column))
        #expect("\(found.line):\(found.column)" == place)
    }

    @Test(arguments: [
        ("fig-cap: X `{swfit} a`", "5:17: error: unknown word '{swfit}': did you mean '{swift}'?"),
        ("fig-cap: Text `{swift}` here", "5:20: error: '{swift}' without an expression"),
        ("fig-alt: Text `{claim} true` here", "5:28: error: a claim can't stand in 'fig-alt', which is only text"),
        ("fig-cap: '[a `{claim} true`](b)'", "5:14: error: a claim can't stand inside a link or an image"),
    ])
    func `is refused where it is wrong`(option: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try Chapter("```swift\n//| \(option)\n1\n```\n") }
    }

    @Test func `survives what YAML's escapes hide`() throws {
        let chapter = try Chapter("```swift\n//| fig-cap: \"`\\x7bswift} a`\"\n1\n```\n")
        #expect(chapter.locations == ["6:1", "5:22"])
    }

    @Test func `is refused where it is nested without end`() {
        let nested = String(repeating: "*a ", count: 600) + String(repeating: "a* ", count: 600)
        expectProblem("chapters/x.md:5:14: error: emphasis or links are nested too deeply") {
            try Chapter("```swift\n//| fig-cap: '\(nested)'\n1\n```\n")
        }
    }
}

@Suite struct `An expression on several lines` {
    @Test(arguments: [
        // The text, a column of the expression, and its place in the chapter.
        ("It is `{swift} one +\ntwo + three`.", 1, "4:16"), ("It is `{swift} one +\ntwo + three`.", 7, "5:1"),
        ("It is `{swift} one +\ntwo + three`.", 13, "5:7"), ("> It is `{swift} one +\n> two`.", 7, "5:3"),
        ("- It is `{swift} one +\n  two +\n    three`.", 13, "6:5"), ("It is `{swift} one +\ntwo`.", 84, "5:4"),
    ])
    func `has its errors on their own lines`(text: String, column: Int, place: String) throws {
        let chapter = try Chapter(text)
        let found = try #require(chapter.location(file: "Prose0-0.swift", line: 2, column: column))
        #expect("\(found.line):\(found.column)" == place)
    }

    @Test func `is one expression`() throws {
        let chapter = try Chapter("It is `{claim} one >\n  two`.")
        guard case .prose(let expressions) = chapter.units[0] else { return #expect(Bool(false)) }
        #expect(expressions.map(\.source) == ["one > two"])
    }

    @Test func `ends on its last line`() throws {
        let chapter = try Chapter("It is `{swift} one +\ntwo`.")
        #expect(chapter.end(of: chapter.units[0]) == Location(line: 5, column: 4))
    }
}
