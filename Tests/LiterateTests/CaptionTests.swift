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
        // A place in the unit's source, and what it is in the chapter.
        (6, 25, 1, "6:25"), (7, 1, 0, "7:1"), (9, 22, 1, "9:22"), (6, 999, 1, "6:30"), (7, 1, 1, "6:30"),
        (12, 1, 1, "9:23"),
    ])
    func `is where its errors are`(line: Int, column: Int, unit: Int, place: String) throws {
        let chapter = try Chapter(
            "```swift\n//| label: a\n//| fig-cap: X `{swift} 1 + 1`\nlet a = 1\n```\n`{swift} a` `{swift} b`\n")
        let found = chapter.location(line: line, column: column, in: chapter.units[unit])
        #expect("\(found.line):\(found.column)" == place)
    }

    @Test func `is told from its cell by its line alone`() throws {
        let chapter = try Chapter("```swift\n//| fig-cap: X `{swift} 1`\nlet a = 1\nlet b = 2\n```\n`{swift} a`\n")
        #expect([5, 6, 7, 9].map { chapter.location(line: $0, column: 1).line } == [5, 6, 7, 9])
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
        // The text, a column of the unit's source, and its place in the chapter.
        ("It is `{swift} one +\ntwo + three`.", 16, "4:16"), ("It is `{swift} one +\ntwo + three`.", 22, "5:1"),
        ("It is `{swift} one +\ntwo + three`.", 28, "5:7"), ("> It is `{swift} one +\n> two`.", 24, "5:3"),
        ("- It is `{swift} one +\n  two +\n    three`.", 30, "6:5"), ("It is `{swift} one +\ntwo`.", 99, "5:4"),
    ])
    func `has its errors on their own lines`(text: String, column: Int, place: String) throws {
        let chapter = try Chapter(text)
        let found = chapter.location(line: 4, column: column)
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
