import Foundation
import Literate
import NotebookEvents
import TestSupport
import Testing

@Suite struct `A cell that takes too much` {
    @Test(arguments: [
        ("//| timeout: 1\nwhile true {}", "the cell ran for more than 1 s and was stopped"),
        (
            "//| memory: 256 MB\nvar all: [[Int]] = []\nwhile all.count < .max { all.append([Int](repeating: 1, count: 1_000_000)) }",
            "the cell used more than 256 MB of memory and was stopped"
        ),
        (
            // Not `while true`: Swift 6.3's optimizer never comes to the end of a loop that has none.
            "let line = String(repeating: \"x\", count: 1_000_000)\nfor _ in 0..<Int.max { print(line) }",
            "the cell printed more than 4 MB and was stopped"
        ),
        (
            "for number in 0..<Int.max { print(number & 7) }", "the cell printed more than 4 MB and was stopped"
        ),
        // How much is too much does not depend on when somebody looks.
        (
            "print(String(repeating: \"x\", count: 5_000_000))", "the cell printed more than 4 MB and was stopped"
        ),
        (
            """
            import Foundation
            for _ in 0..<100 { _ = try Process.run(URL(fileURLWithPath: "/bin/sleep"), arguments: ["600"]) }
            Thread.sleep(forTimeInterval: 250)
            """, "the cell started more than 64 processes and was stopped"
        ),
    ])
    func `is stopped, and costs only what depends on it`(code: String, message: String) async throws {
        let execution = try await Chapters.run(
            "```swift\n1\n```\n```swift\n\(code)\n```\n")
        #expect(execution.results.map(\.status) == [.ran, .failed])
        #expect(execution.problems.map(\.message) == [message])
    }

    @Test func `is told how to ask for more time`() async throws {
        let execution = try await Chapters.run("```swift\n//| timeout: 1\nwhile true {}\n```\n")
        #expect(execution.problems.first?.fix == "if it needs longer, say so at its top: '//| timeout: 2'")
    }

    @Test func `is told which of its statements took too long`() async throws {
        let execution = try await Chapters.run(
            "```swift\n//| timeout: 1\nlet a = 1\nfunc wait() { while true {} }\nlet b = a\n  wait()\nlet c = b\n```\n")
        #expect(execution.problems.map(\.location) == [Location(line: 9, column: 3)])
        let prose = try await Chapters.run(
            "```swift\nfunc leave() -> Int { exit(2) }\nimport Glibc\n```\nIt is `{swift} 1` and `{swift} leave()`.\n")
        #expect(prose.problems.map(\.location) == [Location(line: 8, column: 32)])
    }

    @Test func `may still print before it is stopped`() async throws {
        let execution = try await Chapters.run("```swift\n//| timeout: 1\nprint(\"so far\")\nwhile true {}\n```\n")
        #expect(execution.problems.first?.fix?.contains("it had printed: so far") == true)
    }

    @Test func `opens no more files than there are descriptors for`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            let files = (0..<100_000).map { _ in FileHandle(forReadingAtPath: "/dev/null") }
            files.contains { $0 == nil }
            ```
            """)
        #expect(execution.results[0].outputs == [.text("true")])
    }

    @Test func `leaves enough descriptors for the cells after it`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Glibc
            while open("/dev/null", O_RDONLY) >= 0 {}
            ```
            ```swift
            print("and then")
            ```
            """)
        #expect(execution.problems == [])
        #expect(execution.results[1].printed.output == "and then\n")
    }

    @Test func `ends the program that it started, too`() async throws {
        let name = "1000.\(getpid())"
        let execution = try await Chapters.run(
            """
            ```swift
            //| timeout: 2
            import Foundation
            _ = try Process.run(URL(fileURLWithPath: "/bin/sleep"), arguments: ["\(name)"])
            Thread.sleep(forTimeInterval: 250)
            ```
            """, usesSandbox: false)
        #expect(execution.problems.map(\.message) == ["the cell ran for more than 2 s and was stopped"])
        let numbers = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
        let commands = numbers.map { try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8) }
        #expect(!commands.contains { $0?.contains(name) == true })
    }

    @Test func `forks without end, and costs only itself`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Glibc
            let fork = unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)
            for _ in 0..<200 where fork() == 0 { sleep(60) }
            sleep(60)
            ```
            """)
        #expect(execution.problems.map(\.message) == ["the cell started more than 64 processes and was stopped"])
    }

    @Test(arguments: [
        // The cells before it, and what it does to the process that watches it.
        ("", "kill(getppid(), SIGKILL)"), ("```swift\n1\n```\n", "kill(getppid(), SIGKILL)"),
        ("```swift\n1\n```\n", "kill(getppid(), SIGSTOP)"),
    ])
    func `of a freedom that it does not have, such as to end or to halt its watcher, ends its chapter's run`(
        before: String, act: String
    ) async throws {
        let execution = try await Chapters.run(
            before + "```swift\n//| timeout: 1\nimport Glibc\n\(act)\nsleep(100)\n```\n```swift\n2\n```\n")
        #expect(execution.results.map(\.status) == (before.isEmpty ? [] : [.ran]) + [.failed, .skipped])
        #expect(execution.problems.map(\.message) == ["the process that runs cells came to its end with this cell"])
        #expect(execution.problems.first?.location?.line == (before.isEmpty ? 6 : 9))
    }

    @Test func `to compile has the compiler stopped, unless it asks for more`() async throws {
        let lines = (0..<100).map { "let x\($0) = [1, 2.5, Double(\($0))].map { $0 * 2 + 1 }.reduce(0, +)" }
        let code = lines.joined(separator: "\n")
        let execution = try await Chapters.run("```swift\n\(code)\n```\n", compilerSeconds: 1)
        let problem = try #require(execution.problems.first)
        #expect(problem.description.hasPrefix("chapters/x.md:5:1: error: the compiler needed more than 1 s for this"))
        #expect(problem.fix?.hasSuffix("if it needs longer, say so at its top: '//| timeout: 120'") == true)
        let patient = try await Chapters.run("```swift\n//| timeout: 200\n\(code)\n```\n", compilerSeconds: 1)
        #expect(patient.problems == [])
    }

    @Test func `shows no more than a page could hold`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            for _ in 0..<600 { show(String(repeating: "x", count: 99_000)) }
            ```
            """)
        #expect(execution.results[0].outputs.last == .text("… (left out: the cell showed more than 32 MB)"))
        #expect(execution.results[0].status == .ran)
    }
}

@Suite struct `The sandbox` {
    @Test(arguments: [
        ("try \"x\".write(toFile: \"out.txt\", atomically: false, encoding: .utf8)", "Read-only file system"),
        ("try \"x\".write(toFile: \"/etc/weft\", atomically: false, encoding: .utf8)", "Read-only file system"),
    ])
    func `refuses to write outside the folder for temporary files`(code: String, reason: String) async throws {
        let execution = try await Chapters.run("```swift\nimport Foundation\n\(code)\n```\n")
        #expect(execution.results[0].status == .failed)
        #expect(execution.problems.first?.message.contains(reason) == true, "\(execution.problems)")
    }

    @Test func `lets a cell write temporary files, which nobody else sees`() async throws {
        let text = """
            ```swift
            import Foundation
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("weft-test-file")
            let isNew = !FileManager.default.fileExists(atPath: file.path)
            try "x".write(to: file, atomically: false, encoding: .utf8)
            isNew
            ```
            """
        for _ in 0..<2 { #expect(try await Chapters.run(text).results[0].outputs == [.text("true")]) }
    }

    @Test func `has no network`() async throws {
        // An address that documentation is written with, and that no machine has.
        let execution = try await Chapters.run(
            """
            ```swift
            import Glibc
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(80).bigEndian
            address.sin_addr.s_addr = inet_addr("192.0.2.1")
            let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            let result = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(handle, $0, 16) }
            }
            [result, errno] == [-1, ENETUNREACH]
            ```
            """)
        #expect(execution.results[0].outputs == [.text("true")])
    }

    @Test func `keeps a cell from forging events through a descriptor that it guessed`() async throws {
        let execution = try await Chapters.run(
            #"""
            ```swift
            import Glibc
            let line = #"{"v":3,"event":{"output":{"_0":{"text":{"_0":"forged"}},"printed":0}}}"# + "\n"
            for descriptor in Int32(3)..<200 { _ = write(descriptor, line, line.utf8.count) }
            ```
            """#)
        #expect(execution.results[0].outputs == [])
    }
}
