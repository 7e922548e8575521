import Literate
import NotebookEvents
import TestSupport
import Testing

@Suite struct `What a cell prints` {
    @Test func `is text, whatever bytes it is made of`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            FileHandle.standardOutput.write(Data([0x61, 0xFF, 0xC3, 0x28, 0x00, 0x62]))
            FileHandle.standardOutput.write(Data((0...255).map(UInt8.init)))
            ```
            """)
        #expect(execution.problems == [])
        #expect(execution.results[0].standardOutput.hasPrefix("a\u{FFFD}\u{FFFD}(\0b"))
    }

    @Test func `on both of its streams stays apart, and in order with what it shows`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            for number in 1...3 {
                print("out", number)
                FileHandle.standardError.write(Data("error \\(number)\\n".utf8))
                show("shown \\(number)")
            }
            ```
            """)
        let result = execution.results[0]
        #expect(result.standardOutput == "out 1\nout 2\nout 3\n")
        #expect(result.standardError == "error 1\nerror 2\nerror 3\n")
        #expect(
            result.events == (1...3).map { .output(.text("shown \($0)"), printed: 6 * $0) })
    }

    @Test func `is shown as text, and harms no page`() async throws {
        let text = """
            ---
            title: T
            ---

            ```swift
            print("<script>alert(1)</script> & \\u{1B}[31mred\\u{1B}[0m \\u{1B}]0;title\\u{7}")
            ```
            """
        let chapter = try Chapter(SourceText(path: "chapters/x.md", text: text), slug: "x")
        let html = Page(chapter, try await Chapters.run(chapter)).html
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; "))
        #expect(html.contains(">red</span>"))
        #expect(!html.contains("\u{1B}") && !html.contains("\u{7}"))
    }

    @Test func `is cut at 1 MB on the page, with a word on it, on both streams`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            let line = Data((String(repeating: "é", count: 499) + "\\n").utf8)
            for _ in 0..<3000 { FileHandle.standardError.write(line) }
            "done"
            ```
            """)
        let result = execution.results[0]
        #expect(result.status == .ran)
        #expect(result.standardError.utf8.count < 1_050_000)
        #expect(result.standardError.hasSuffix("… (cut: the cell printed more than 1 MB)"))
        #expect(result.outputs == [.text("done")])
    }

    @Test func `with one huge event is cut`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            let rows = (0..<1_000_000).map { ["\\($0)", String(repeating: "x", count: 60)] }
            Table(columns: ["n", "x"], rows: rows)
            ```
            """)
        #expect(execution.results[0].outputs == [.text("… (left out: the cell showed more than 32 MB)")])
    }
}
