import LinearModels
import Literate
import Testing

/// Chapters as nobody writes them: what editors, merges and cats on keyboards leave.
@Suite struct `A mutated chapter` {
    /// One of everything that chapters may hold.
    private static let chapter = """
        ---
        title: One
        answers: [Q1]
        ---

        ## A heading `{swift} a` {#sec-one}

        Text with `{swift} a + 1`, `{claim} a > 0`, $x^2$, a [link](#sec-one), @sec-one, [@key, p. 3] and a note[^1].

        ```{swift}
        //| label: fig-one
        //| fig-cap: "A caption with `{swift} a`."
        //| timeout: 10
        let a = 1  // hide
        // snippet.hide
        struct S { var b = "é" }
        // snippet.show
        a
        ```

        ::: {.callout-note}
        - a list
          ```swift should_panic
          fatalError("\\(a)")
          ```
        :::

        | a | b |
        |---|:-:|
        | 1 | `{swift} "x|y"` |

        : A table {#tbl-one}

        > [!WARNING]
        > $$ \\sum_i x_i $$ {#eq-one}

        [^1]: The note.

        """

    /// Pieces that mean something somewhere.
    private static let pieces = [
        "```", "```swift\n", "~~~", "---\n", "`{swift} ", "`{claim} ", "{", "}", "$", "$$", "\\", "[", "](", "[^1]",
        "@", ":::",
        "::: {.exercise}\n", "|", "//| ", "//| echo: maybe\n", "#", "<", "<!--", "&#0;", "\r", "\t", "\0", "\u{FEFF}",
        "\u{202E}",
        "e\u{301}", "👩‍👩‍👧", "\u{1B}[31m", "\"", "'", "/*", "\"\"\"", "#\"", "await ", "let a = 2\n", "import Foundation\n",
        ">", "    ",
    ]

    @Test(arguments: 0..<20)
    func `is read, or refused with a place; never does it crash or hang`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<150 {
            var characters = Array(Self.chapter.unicodeScalars)
            for _ in 0..<Int.random(in: 1...6, using: &random) { Self.mutate(&characters, using: &random) }
            let text = String(String.UnicodeScalarView(characters))
            do throws(Problems) {
                let chapter = try Chapter(SourceText(path: "chapters/one.md", text: text), slug: "one")
                let results = chapter.units.map { _ in UnitResult(status: .skipped) }
                #expect(!Page(chapter, Execution(results: results)).html.contains("\0"))
                for index in chapter.units.indices { _ = UnitSource(chapter.units[index], index: index, after: []) }
            } catch {
                #expect(!error.all.isEmpty)
                #expect(error.all.allSatisfy { $0.file == "chapters/one.md" && !$0.message.isEmpty })
            }
        }
    }

    @Test(arguments: 0..<10)
    func `of random bytes is read, or refused`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<150 {
            let length = Int.random(in: 0...400, using: &random)
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let head = Bool.random(using: &random) ? Array("---\ntitle: T\n---\n".utf8) : []
            guard let source = try? SourceText(path: "chapters/one.md", bytes: head + bytes) else { continue }
            _ = try? Chapter(source, slug: "one")
        }
    }

    /// Takes something out, puts something in, or moves something.
    private static func mutate(_ text: inout [Unicode.Scalar], using random: inout SplitMix64) {
        let start = Int.random(in: 0...text.count, using: &random)
        let end = min(text.count, start + Int.random(in: 0...12, using: &random))
        switch Int.random(in: 0...3, using: &random) {
        case 0: text.removeSubrange(start..<end)
        case 1:
            text.insert(contentsOf: pieces.randomElement(using: &random)?.unicodeScalars.map { $0 } ?? [], at: start)
        case 2: text.insert(contentsOf: text[start..<end], at: Int.random(in: 0...text.count, using: &random))
        default: text.replaceSubrange(start..<end, with: text[start..<end].reversed())
        }
    }
}
