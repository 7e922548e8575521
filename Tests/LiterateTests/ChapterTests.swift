import Literate
import Testing

@Suite struct `A chapter` {
    @Test func `is its front matter, its cells and the expressions between them`() throws {
        let chapter = try Chapter(
            """
            One is `{swift} 1`.

            ```swift
            //| label: first
            let a = 1
            ```

            ```{swift}
            let b = 2
            ```

            Two is `{swift} b`, and `{claim} b > a`.
            """)
        #expect(chapter.frontMatter.title == "T")
        #expect(
            chapter.units == [
                .prose([InlineExpression(role: .value, source: "1", location: Location(line: 4, column: 17))]),
                .cell(
                    Cell(
                        number: 1, options: .init(label: "first"), code: "let a = 1\n",
                        location: Location(line: 8, column: 1))),
                .cell(Cell(number: 2, options: .init(), code: "let b = 2\n", location: Location(line: 12, column: 1))),
                .prose([
                    InlineExpression(role: .value, source: "b", location: Location(line: 15, column: 17)),
                    InlineExpression(role: .claim, source: "b > a", location: Location(line: 15, column: 34)),
                ]),
            ])
    }

    @Test(arguments: [
        "```python\nprint(1)\n```", "```swift ignore\nfoo(\n```", "```\nplain\n```", "    let indented = 1\n",
        "a `{python} 1` and `swift`", "```shell\n```", "    ``` is three ticks\n    more\n",
    ])
    func `runs nothing but Swift that is meant to run`(text: String) throws {
        #expect(try Chapter(text).units.isEmpty)
    }

    @Test func `finds an expression in its own column, whatever it stands in`() throws {
        let chapter = try Chapter(
            """
            - item `{swift} 1`
              second line `{swift} 2` and `{swift} 2`

            > > *quoted*
            > > é `{swift} 3`

            ## Heading `{swift} 4`
            """)
        #expect(chapter.locations == ["4:17", "5:24", "5:40", "8:17", "10:21"])
    }

    @Test func `knows the column of a cell inside a list`() throws {
        let chapter = try Chapter("1. item\n\n   ```swift\n   let a = 1\n   ```\n")
        #expect(chapter.locations == ["7:4"])
    }

    @Test func `may have a cell that is indented by a tab`() throws {
        #expect(try Chapter("- a\n\n\t```swift\n\tlet x = 1\n\t```\n").units.count == 1)
    }

    @Test func `may have lines that end as on Windows`() throws {
        let source = SourceText(
            path: "chapters/x.md", text: "---\r\ntitle: T\r\n---\r\n```swift\r\nlet a = 1\r\n```\r\n")
        #expect(try Chapter(source, slug: "x").locations == ["5:1"])
    }

    @Test(arguments: [
        ("", "1:1: error: a chapter begins with its front matter"),
        ("text", "1:1: error: a chapter begins with its front matter"),
        ("---\ntitle: T\n", "1:1: error: the front matter is not closed"),
        ("---\nauthor: A\n---\n", "1:1: error: the chapter has no title"),
        ("---\ntitle: ''\n---\n", "1:1: error: the chapter has no title"),
        ("---\ntitel: T\n---\n", "2:1: error: unknown front matter key 'titel': did you mean 'title'?"),
        ("---\ntitle: T\nzzz: 1\n---\n", "3:1: error: unknown front matter key 'zzz': known are answers, author"),
        ("---\ntitle: [a]\n---\n", "2:8: error: 'title' is to be a text"),
        ("---\ntitle: T\ndraft: perhaps\n---\n", "3:8: error: 'draft' is to be true or false, not 'perhaps'"),
        ("---\ntitle: a: b\n---\n", "2:9: error: not YAML: mapping values are not allowed in this context"),
        ("---\njust words\n---\n", "2:1: error: expected lines of the form 'key: value'"),
        ("---\ntitle: T\ntitle: U\n---\n", "3:1: error: 'title' is set twice: first on line 2"),
    ])
    func `is refused where its front matter is wrong`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) {
            try Chapter(SourceText(path: "chapters/x.md", text: text), slug: "x")
        }
    }

    @Test(arguments: [
        ("# One\n", "4:1: error: a heading of the first level"),
        ("```swift\nlet a = 1\n", "4:1: error: this fence is not closed"),
        ("```swift\nlet a = 1\n\n## Next\n\ntext ``` text\n", "4:1: error: this fence is not closed"),
        ("> ````swift\n> let a = 1\n> ```\n", "4:3: error: this fence is not closed"),
        ("~~~swift\nlet a = 1\n```\n", "4:1: error: this fence is not closed"),
        ("```swift ignroe\n```\n", "4:1: error: unknown word 'ignroe' behind a fence: did you mean 'ignore'?"),
        (
            "```swift\n//| fig-captoin: A\n```\n",
            "5:5: error: unknown cell option 'fig-captoin': did you mean 'fig-cap'?"
        ),
        ("- x\n\n  ```swift\n  //| echo: no way\n  ```\n", "7:13: error: 'echo' is to be true or false, not 'no way'"),
        ("```swift\n//| label: a b\n```\n", "5:12: error: 'label' is to be made of letters"),
        (
            "```swift\n//| label: a\n```\n\n```swift\n//| label: a\n```\n",
            "9:1: error: the label 'a' is used twice: first on line 5"
        ),
        (
            "```swift\nlet a = 1, (b, c) = (2, 3)\n```\n\n```swift\n  var c = 2\n```\n",
            "9:7: error: 'c' is declared in two cells: first on line 5\n    give it another name"
        ),
        ("```swift\nstruct S {}\n```\n```swift\nenum S {}\n```\n", "8:6: error: 'S' is declared in two cells"),
        (
            "```swift\nfunc f(_ a: Int) {}\n```\n```swift\nfunc f(_ b: Int) {}\n```\n",
            "8:6: error: 'f' is declared in two cells: first on line 5"
        ),
        ("```{swift, echo=FALSE}\n```\n", "4:1: error: unknown word '{swift,' behind a fence: did you mean 'swift'?"),
        ("```Swift\n```\n", "4:1: error: unknown word 'Swift' behind a fence: did you mean 'swift'?"),
        ("a `{swfit} b`\n", "4:4: error: unknown word '{swfit}': did you mean '{swift}'?"),
        ("a `{clam} b`\n", "4:4: error: unknown word '{clam}': did you mean '{claim}'?"),
        ("It is `{swift} let a = 1`.\n", "4:16: error: an inline value is one expression, and this is a declaration"),
        ("`{swift} 1; print(2)`\n", "4:13: error: an inline value is one expression, and this is another"),
        ("`{swift} a += 1`\n", "4:10: error: an inline value is one expression, and this is an assignment"),
        ("`{claim} for a in b {}`\n", "4:10: error: a claim is one expression, and this is a statement"),
        ("a `{swift} 1;\nfunc f() {}`\n", "5:1: error: an inline value is one expression, and this is a declaration"),
        ("[text `{claim} true`](x)\n", "4:1: error: a claim can't stand inside a link or an image"),
        ("```swift\n//| label: cell-2\n```\n", "5:1: error: the label 'cell-2' is taken"),
        ("```swift\nlet a = 1\n``` end\n", "4:1: error: this fence is not closed"),
        ("```swift\nfunc f() async {}\nlet g = { await f() }\n  await f()\n```\n", "7:3: error: a cell can't wait"),
        (
            "```swift\nlet a = 1\n  //| echo: false\n```\n",
            "6:3: error: this option is not at the top of its cell, and would have no effect"
        ),
        (
            "```swift\n\n//| label: a\nlet a = 1\n```\n",
            "6:1: error: this option is not at the top of its cell"
        ),
        ("```swift\nasync let a = 1\n```\n", "5:1: error: a cell can't wait at its top level"),
        (String(repeating: "> ", count: 600), "4:1: error: lists, quotes or emphasis are nested more than 500 levels"),
        ("Value `{swift}` here\n", "4:8: error: '{swift}' without an expression"),
        ("Claim `{claim} `\n", "4:8: error: '{claim}' without an expression"),
    ])
    func `is refused where its text is wrong`(text: String, problem: String) {
        expectProblem("chapters/x.md:" + problem) { try Chapter(text) }
    }

    @Test func `has its problems told from the top to the end`() throws {
        let text = "`{swift}`\n\n```swift\n//| ech: true\n//| eval: 3\n//| lable: x\n```\n\n# H\n\n[^1]\n"
        let problems = try #require(throws: Problems.self) { try Chapter(text) }
        #expect(problems.all.compactMap(\.location?.line) == [4, 7, 8, 9, 12, 14])
    }

    @Test(arguments: [
        "```swift\nfunc f(_ a: Int) {}\nfunc f(a: Int) {}\n```\n```swift\nfunc f(_ a: String) {}\n```\n",
        "```swift\nfunc f() { let a = 1 }\n```\n```swift\nlet a = 1\nfor b in 0..<a {}\n```\n```swift\nlet b = 2\n```\n",
        "```swift\nstruct S {}\n```\n```swift\nextension S { var a: Int { 1 } }\n```\n```swift\nvar a = 1\n```\n",
    ])
    func `may use a name again where nothing is ambiguous`(text: String) throws {
        #expect(try !Chapter(text).units.isEmpty)
    }

    @Test func `tells all that is wrong with it`() {
        let problems = #expect(throws: Problems.self) { try Chapter("# A\n\n```swift zz\n```\n\n# B\n") }
        #expect(problems?.all.count == 3)
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0x62, 0xFF, 0x63], "x:2:2: error: the byte 0xFF is not UTF-8"),
            ([0xC3], "x:1:1: error: the byte 0xC3 is not UTF-8"),
            ([0x61, 0xE2, 0x82], "x:1:2: error: the byte 0xE2 is not UTF-8"),
        ] as [([UInt8], String)])
    func `is refused where it is not UTF-8`(bytes: [UInt8], problem: String) {
        expectProblem(problem) { try SourceText(path: "x", bytes: bytes) }
    }

    @Test func `may begin with a byte order mark`() throws {
        #expect(try SourceText(path: "x", bytes: [0xEF, 0xBB, 0xBF, 0x61]).text == "a")
    }
}

extension Chapter {
    /// The chapter of this text, below the shortest front matter.
    init(_ text: String) throws {
        try self.init(SourceText(path: "chapters/x.md", text: "---\ntitle: T\n---\n" + text), slug: "x")
    }

    /// Where its pieces of Swift begin, as "line:column".
    var locations: [String] {
        units.flatMap { unit in
            switch unit {
            case .cell(let cell): [cell.location]
            case .prose(let expressions): expressions.map(\.location)
            }
        }.map { "\($0.line):\($0.column)" }
    }
}

/// Expects that `action` throws a problem whose words begin with `words`.
func expectProblem<Result>(
    _ words: String, at sourceLocation: SourceLocation = #_sourceLocation, from action: () throws -> Result
) {
    do {
        _ = try action()
        Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    } catch {
        #expect("\(error)".hasPrefix(words), "\(error)", sourceLocation: sourceLocation)
    }
}
