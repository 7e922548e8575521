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
        #expect(execution.results[0].printed.output.hasPrefix("a\u{FFFD}\u{FFFD}(\0b"))
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
        #expect(result.printed.output == "out 1\nout 2\nout 3\n")
        #expect(result.printed.messages == "error 1\nerror 2\nerror 3\n")
        #expect(
            result.events
                == (1...3).map { .output(.text("shown \($0)"), printed: Printed(output: 6 * $0, messages: 8 * $0)) })
    }

    @Test func `on its two streams is in the order in which it was written, in whichever way`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            print("one")
            fputs("two\\n", stderr)
            print("thr", terminator: "")
            FileHandle.standardError.write(Data("four\\n".utf8))
            FileHandle.standardOutput.write(Data("ee\\n".utf8))
            _ = "five\\n".withCString { write(2, $0, 5) }
            fputs("six\\n", stderr)
            show("seven")
            fputs("eight\\n", stderr)
            _ = puts("nine")
            ```
            ```swift
            fputs("ten\\n", stderr)
            print("eleven")
            ```
            """)
        #expect(execution.problems == [])
        #expect(
            Transcript(execution.results[0]).entries == [
                .printed("one\n"), .message("two\n"), .printed("thr"), .message("four\n"), .printed("ee\n"),
                .message("five\nsix\n"), .shown(.text("seven")), .message("eight\n"), .printed("nine\n"),
            ])
        #expect(Transcript(execution.results[1]).entries == [.message("ten\n"), .printed("eleven\n")])
    }

    @Test func `is in order also where it is no UTF-8, and where a crash ends it`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            FileHandle.standardOutput.write(Data([0xFF, 0xFE]))
            FileHandle.standardError.write(Data([0xFF]))
            show(1)
            FileHandle.standardOutput.write(Data([0xC3]))
            show(2)
            FileHandle.standardOutput.write(Data([0xA9, 0x0A]))
            fputs("careful\\n", stderr)
            print("end", terminator: "")
            fatalError("over")
            ```
            """)
        #expect(
            Transcript(execution.results[0]).entries == [
                .printed("\u{FFFD}\u{FFFD}"), .message("\u{FFFD}"), .shown(.text("1")), .printed("é"),
                .shown(.text("2")),
                .printed("\n"), .message("careful"), .printed("end"),
            ], "\(Transcript(execution.results[0]).entries)")
    }

    @Test func `by thousands of turns stays in order`() async throws {
        let execution = try await Chapters.run(
            "```swift\nimport Foundation\nfor i in 0..<5000 { print(i); fputs(\"e\\(i)\\n\", stderr) }\n```\n")
        #expect(
            Transcript(execution.results[0]).entries
                == (0..<5000).flatMap { [Transcript.Entry.printed("\($0)\n"), .message("e\($0)\n")] })
    }

    @Test func `by programs that it starts is kept, too, in order with what it prints on the same stream`() async throws
    {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            print("before")
            let shell = try Process.run(URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", "echo out; echo err >&2"])
            shell.waitUntilExit()
            print("after")
            ```
            """)
        #expect(execution.results[0].printed.output == "before\nout\nafter\n")
        #expect(execution.results[0].printed.messages == "err\n")
    }

    @Test(arguments: ["close(1)", "fclose(stdout)", "close(1); close(2)", "fclose(stderr); close(0)"])
    func `is not lost where an earlier cell has closed its streams`(act: String) async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Glibc
            print("first")
            \(act)
            let done = true
            ```
            ```swift
            print("second")
            fputs("message\\n", stderr)
            print("third")
            ```
            """)
        #expect(execution.problems == [])
        #expect(execution.results[0].printed.output == "first\n")
        #expect(
            Transcript(execution.results[1]).entries == [
                .printed("second\n"), .message("message\n"), .printed("third\n"),
            ])
    }

    @Test func `after it has closed the stream is lost, and the page says so`() async throws {
        let execution = try await Chapters.run("```swift\nimport Glibc\nprint(1)\nclose(1)\nprint(2)\n```\n")
        #expect(
            execution.results[0].printed.output
                == "1\n… (lost: the cell closed its standard output, and printed more)\n")
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
        #expect(result.printed.messages.utf8.count < 1_050_000)
        #expect(result.printed.messages.hasSuffix("… (cut: the cell printed more than 1 MB)"))
        #expect(result.outputs == [.text("done")])
    }

    @Test func `with one huge table is cut, with a word on it`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            let rows = (0..<1_000_000).map { ["\\($0)", String(repeating: "x", count: 60)] }
            Table(columns: ["n", "x"], rows: rows)
            ```
            """)
        let outputs = execution.results[0].outputs
        guard case .table(let table) = outputs.first else { return #expect(Bool(false), "\(outputs.count) outputs") }
        #expect(table.rows.count == 16_302 && table.rows.last?.first == "16301")
        #expect(outputs.dropFirst() == [.text("… (cut: the table has 983698 more rows, and more than 1 MB)")])
    }

    @Test(arguments: ["String(repeating: \"x\", count: 50_000_000)", "Array(1_000_000..<5_000_000)"])
    func `with one huge text is cut, with a word on it`(value: String) async throws {
        let execution = try await Chapters.run("```swift\n\(value)\n```\nIt is `{swift} \(value)`.\n")
        #expect(execution.problems == [])
        guard case .text(let text) = execution.results[0].outputs.first else {
            return #expect(Bool(false), "\(execution.results[0])")
        }
        #expect(text.count < 100_100 && text.hasSuffix("\n… (cut: the text has more than 100,000 characters)"))
        guard case .value(_, let inline) = execution.results[1].events.first else {
            return #expect(Bool(false), "\(execution.results[1])")
        }
        #expect(inline.count == 1001 && inline.hasSuffix("…"))
    }
}
