import Foundation
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

    @Test func `has nothing of the solutions that a course omits`() throws {
        let chapter = try Chapter(
            """
            ```swift
            let shown = 1
            ```

            ::: {.exercise #ex-a}
            ::: {.solution}
            ```swift
            let secret = 2
            ```
            It is `{swift} secret`.
            :::
            :::
            """)
        #expect(ProgramSource(chapter, parameters: [:]).text.contains("secret"))
        let program = ProgramSource(chapter, .omitted, parameters: [:])
        #expect(program.text.contains("let shown = 1") && !program.text.contains("secret"))
    }

    @Test func `encloses the library as Weft's own package declares it`() throws {
        let package = ProgramPackage(try Chapter("Text."), parameters: [:], library: .enclosed)
        #expect(package.files[0].text.contains("name: \"x\", dependencies: [\"Prelude\"],"))
        let manifest = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Package.swift"), encoding: .utf8)
        for module in ProgramLibrary.modules {
            let pattern = try Regex(
                "\\.(target|systemLibrary)\\(\\s*name: \"\(module.name)\"(?:,\\s*dependencies: \\[([^\\]]*)\\])?")
            let match = try #require(manifest.firstMatch(of: pattern), "\(module.name)")
            let names = (match.output[2].substring ?? "").matches(of: #/"(\w+)"/#).map { String($0.1) }
            #expect(names == module.dependencies, "\(module.name)")
        }
        let names = Set(ProgramLibrary.modules.map(\.name))
        #expect(ProgramLibrary.modules.allSatisfy { names.isSuperset(of: $0.dependencies) })
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
