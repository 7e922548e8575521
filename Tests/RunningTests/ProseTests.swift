import Literate
import NotebookEvents
import TestSupport
import Testing

@Suite struct `An expression in prose` {
    @Test func `has its value or is checked where it stands`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            let a = 2
            ```

            It is `{swift} a`, `{claim} a < 3`, and `{swift} "<\\(a)>"`.
            """)
        #expect(
            execution.results[1].events == [
                .value(index: 0, text: "2"),
                .claim(index: 1, ClaimOutcome(held: true, operands: [.init(source: "a", value: "2")])),
                .value(index: 2, text: "<2>"),
            ])
    }

    @Test(arguments: [
        ("a < b", "this claim is false: a < b (a is 3, b is 2)"),
        ("a < 1", "this claim is false: a < 1 (a is 3)"),
        ("b < a && a - b > 1", "this claim is false: b < a && a - b > 1 (b is 2, a is 3, a - b is 1)"),
        ("xs.isEmpty", "this claim is false: xs.isEmpty (xs.isEmpty is false)"),
        ("name == \"x\"", "this claim is false: name == \"x\" (name is y)"),
        ("false", "this claim is false: false"),
        ("7 / 2 == 3.0", "this claim is false: 7 / 2 == 3.0"),
    ])
    func `that is a false claim is reported with its operands`(claim: String, message: String) async throws {
        let execution = try await Chapters.run(
            "```swift\nlet a = 3, b = 2, xs = [1], name = \"y\"\n```\n\nText `{claim} \(claim)`.\n\n```swift\nlet c = a\n```\n"
        )
        #expect(execution.problems.map(\.description) == ["chapters/x.md:8:15: error: \(message)"])
        #expect(execution.results.map(\.status) == [.ran, .failed, .ran])
    }

    @Test(arguments: [
        ("`{swift} nothing`", "4:10: error: cannot find 'nothing' in scope"),
        ("One `{claim} 1 + 1`", "4:16: error: type 'Int' cannot be used as a boolean"),
        ("`{swift} 1` and `{swift} 2 +`", "4:29: error: expected expression after operator"),
        ("`{swift} [1][CommandLine.argc.hashValue | 9]`", "4:13: error: the cell crashed: Index out of range"),
        ("`{swift} try params[\"x\"]`", "4:10: error: an error was thrown and not caught: no parameter 'x'"),
        ("`{claim} try params[\"x\"] == \"\"`", "4:10: error: an error was thrown and not caught: no parameter 'x'"),
    ])
    func `that fails is reported in its own column`(text: String, problem: String) async throws {
        let execution = try await Chapters.run(text)
        let problems = execution.problems.filter { $0.severity == .error }
        #expect(problems.first?.description.hasPrefix("chapters/x.md:" + problem) == true, "\(problems)")
    }

    @Test(arguments: [
        "7 / 2 == 3.5", "[1 / 2] == [0.5]", "!(7 / 2 == 3.0)", "o == nil", "p != nil", "d > 2 && d < 3",
        "(1, 2) == (1, 2)",
        ".some(3) == p", "s.prefix(1) == \"a\"", "(0..<3).contains(2)", "1...3 ~= 2", "check > 4", "p ?? 0 == 3",
        "d == 5 / 2", "if d > 0 { true } else { false }", "xs.map { $0 * 2 } == [2]",
    ])
    func `that is a true claim in Swift is one here`(claim: String) async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            let o: Int? = nil, p: Int? = 3, d = 2.5, s = "ab", check = 5, xs = [1]
            ```

            Text `{claim} \(claim)`.
            """)
        #expect(execution.problems == [])
        #expect(execution.results.last?.claims.map(\.held) == [true])
    }

    @Test func `has its value and its operands shortened where they are long`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            let long = [Int](repeating: 7, count: 5000)
            ```

            `{swift} long` `{claim} long.count == 1 || long == []`
            """)
        let problem = try #require(execution.problems.first)
        #expect(problem.message.utf8.count < 400)
        #expect(execution.results[1].events.allSatisfy { EventLine.encode($0).count < 2000 })
    }

    @Test func `that ends the process costs only itself`() async throws {
        let execution = try await Chapters.run(
            "```swift\nimport Foundation\n```\n\n`{swift} exit(3)`\n\n```swift\nlet a = 1\n```\n")
        #expect(execution.results.map(\.status) == [.ran, .failed, .ran])
        #expect(
            execution.problems.map(\.description) == [
                "chapters/x.md:8:10: error: the cell ended the process that runs it, as 'exit(3)' does"
            ])
    }

    @Test func `is not reached before the cell that it needs`() async throws {
        let execution = try await Chapters.run("`{swift} a`\n\n```swift\nlet a = 1\n```\n")
        #expect(execution.results.map(\.status) == [.failed, .ran])
    }
}
