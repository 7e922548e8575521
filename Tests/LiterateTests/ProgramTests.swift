import Literate
import Testing

@Suite struct `A chapter as a program` {
    @Test func `has its cells in order, and between them what the text says of their results`() throws {
        let chapter = try Chapter(
            SourceText(
                path: "chapters/sums.md",
                text: """
                    ---
                    title: "Sums, \\"and\\" more"
                    ---

                    ```swift
                    //| label: total
                    let total = 1 + 2
                    let hidden = "data/a.csv"  // hide
                    total  // shown
                    ```

                    It is `{swift} total`, `{claim} total == "3".count + 2`, `{swift} try params["a"]`.

                    ::: {.exercise #ex-total}
                    The total is `{answer} total`
                    :::

                    ```swift
                    //| fig-cap: Of `{swift} total`.
                    Chart {
                        LineMark(x: .value("x", total), y: .value("y", 2))
                    }
                    ```

                    ```swift should_panic
                    [1][total]
                    ```

                    ```swift
                    //| error: true
                    throw Wrong()
                    ```

                    ```swift ignore
                    this is no Swift
                    ```
                    """), slug: "sums")
        let program = ProgramSource(chapter, parameters: ["b": "2", "a": "\"1\""])
        #expect(
            program.text == """
                // Sums, "and" more
                //
                // The cells of chapters/sums.md, in their order, and between them what the text says of their results.

                import Prelude

                let weftPage = PrintedPage(parameters: ["a": "\\"1\\"", "b": "2"])

                // chapters/sums.md, line 7 (total)

                let total = 1 + 2
                let hidden = "data/a.csv"  // hide
                NotebookRuntime.show(total)  // shown

                weftPage.value("total") { total }
                weftPage.claim("total == \\"3\\".count + 2") { total == "3".count + 2 }
                try weftPage.value("try params[\\"a\\"]") { try params["a"] }

                // chapters/sums.md, line 20

                NotebookRuntime.show(
                Chart {
                    LineMark(x: .value("x", total), y: .value("y", 2))
                }
                )

                weftPage.value("total") { total }

                // chapters/sums.md, line 26

                // It fails, as the chapter shows:
                //
                //     [1][total]

                // chapters/sums.md, line 31

                // It may fail, as the chapter shows:
                //
                //     throw Wrong()

                weftPage.end()

                """)
        #expect(program.literals.isSuperset(of: ["data/a.csv", "3", "x", "a"]))
    }

    @Test func `leaves exercises to their readers`() throws {
        let chapter = try Chapter(
            """
            ::: {.exercise #ex-sum}
            ```swift
            //| label: ex-sum
            func sum(_ a: Int, _ b: Int) -> Int { 0 }
            ```
            ```swift
            //| label: ex-sum-solution
            func sum(_ a: Int, _ b: Int) -> Int { a + b }
            ```
            ```swift
            //| label: ex-sum-check
            sum(1, 2) == 3
            ```
            :::
            """)
        #expect(!ProgramSource(chapter, parameters: [:]).text.contains("sum("))
    }

    @Test(arguments: [
        (
            ProgramPackage.Library.folder("/home/\"me\"/weft"), #".package(name: "weft", path: "/home/\"me\"/weft")"#,
            "weft"
        ),
        (
            .repository("https://example.org/me/Weft.git"),
            #".package(url: "https://example.org/me/Weft.git", branch: "main")"#, "Weft"
        ),
    ])
    func `is a package that finds the library`(library: ProgramPackage.Library, dependency: String, name: String) throws
    {
        let package = ProgramPackage(try Chapter("Text."), parameters: [:], library: library)
        #expect(package.files.map(\.path) == ["Package.swift", "README.md", "Sources/x/main.swift"])
        #expect(package.files[0].text.contains("dependencies: [\(dependency)],"))
        #expect(package.files[0].text.contains("dependencies: [.product(name: \"Prelude\", package: \"\(name)\")],"))
    }
}
