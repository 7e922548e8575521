import Literate
import NotebookEvents
import TestSupport
import Testing

@Suite struct `A cell that fails` {
    @Test(arguments: [
        // What the compiler refuses.
        ("let n: Int = \"a\"", "8:14: error: cannot convert value of type 'String' to specified type 'Int'"),
        ("let a = 1\n  foo()", "9:3: error: cannot find 'foo' in scope"),
        ("let a = 1\nlet b = a +\n", "9:12: error: expected expression after operator"),
        ("struct S { func f() -> Int { nothing } }", "8:30: error: cannot find 'nothing' in scope"),
        ("first", "8:1: error: cannot find 'first' in scope"),
        ("struct Model { let n: Int", "8:26: error: expected '}' in struct"),
        ("@MainActor var a = 1\n@Wrapped var b = 2", "9:2: error: unknown attribute 'Wrapped'"),
        // What the runtime traps.
        ("let xs = [1]\nlet i = xs.count + 1\n_ = xs[i]", "10:7: error: the cell crashed: Index out of range"),
        ("let o = Int(\"x\")\no!", "9:2: error: the cell crashed: Unexpectedly found nil while unwrapping"),
        ("var b: UInt8 = 250\nfor i in 0..<9 { b += UInt8(i) }", "9:20: error: the cell crashed: arithmetic overflow"),
        ("let zero = Int(\"0\")!\n10 / zero", "9:4: error: the cell crashed: Division by zero"),
        ("assert(CommandLine.argc < 0, \"at least\")", "8:1: error: the cell crashed: at least"),
        (
            "Table(columns: [\"a\", \"b\"], rows: [[\"1\"]])",
            "8:1: error: the cell crashed: row 1 of the table has 1 cells, but there are 2 columns"
        ),
        ("fatalError(\"oh no\")", "8:1: error: the cell crashed: oh no"),
        ("precondition(CommandLine.argc < 0, \"too few\")", "8:1: error: the cell crashed: too few"),
        ("let p = UnsafeMutablePointer<Int>(bitPattern: 8)!\np.pointee = 1", "9:11: error: the cell crashed: it used"),
        (
            "let text: Any = 3\nprint(text as! String)",
            "9:12: error: the cell crashed: Could not cast value of type 'Swift.Int' to 'Swift.String'"
        ),
        // What is thrown.
        (
            "import Foundation\nstruct Odd: LocalizedError { var errorDescription: String? { \"own words\" } }\nthrow Odd()",
            "10:1: error: an error was thrown and not caught: own words"
        ),
        (
            "struct Odd: Error, CustomStringConvertible { var description: String { \"own words\" } }\nlet a = 1\nthrow Odd()",
            "10:1: error: an error was thrown and not caught: own words"
        ),
        (
            "func f() throws { throw CancellationError() }\n\n  try f()",
            "10:3: error: an error was thrown and not caught"
        ),
        ("try params[\"no\"]", "8:1: error: an error was thrown and not caught: no parameter 'no': site.yml sets none"),
        // What ends the process.
        ("import Foundation\nexit(0)", "9:1: error: the cell ended the process that runs it, as 'exit(0)' does"),
        (
            "import Glibc\nfunc end() { exit(3) }\nlet a = 1\n  end()",
            "11:3: error: the cell ended the process that runs it, as 'exit(3)'"
        ),
        ("import Foundation\nkill(getpid(), SIGKILL)", "9:1: error: the cell crashed: it was killed"),
        ("import Foundation\natexit { while true {} }\nthrow CancellationError()", "10:1: error: an error was thrown"),
    ])
    func `is reported at its line, and keeps what came before`(code: String, problem: String) async throws {
        let found = try await Self.problem(of: code)
        #expect(found.hasPrefix("chapters/x.md:" + problem), "\(found)")
    }

    @Test(arguments: [
        (
            "@propertyWrapper struct Clamped { var wrappedValue: Int }\n  @Clamped var dial = 3",
            "9:3: error: property wrappers are not yet supported in top-level code",
            "let a type hold the variable: 'struct Values { @Wrapper var value = 1 }' and 'var values = Values()'"
        ),
        (
            "let a = 1\n@main struct App { static func main() { print(a) } }",
            "9:1: error: 'main' attribute cannot be used in a module that contains top-level code",
            "a cell runs from its top to its end: leave '@main' out, and call 'main()' of the type at its end"
        ),
    ])
    func `says how to do in a cell what only other code may do`(
        code: String, problem: String, advice: String
    ) async throws {
        let found = try await Self.problem(of: code)
        #expect(found.hasPrefix("chapters/x.md:" + problem), "\(found)")
        #expect(found.hasSuffix(advice), "\(found)")
    }

    @Test(arguments: [
        ("guard let a = Int(\"7\") else { fatalError() }", "a", "declare it with 'let' and no 'guard'"),
        ("private let a = 7", "a", "leave 'private' out"),
        ("fileprivate func a() -> Int { 7 }", "a()", "leave 'fileprivate' out"),
    ])
    func `says which cell keeps to itself what it does not find`(
        declaration: String, use: String, advice: String
    ) async throws {
        let execution = try await Chapters.run("```swift\n\(declaration)\n```\n```swift\n\(use)\n```\n")
        #expect(execution.results.map(\.status) == [.ran, .failed])
        let problem = try #require(execution.problems.first)
        #expect(problem.message == "cannot find 'a' in scope")
        #expect(problem.fix == "line 5: 'a' is there for its own cell only: \(advice)")
    }

    /// At which column, that depends on how much of the stack is left.
    @Test func `is reported at the line that calls itself without end`() async throws {
        let found = try await Self.problem(
            of: "func deep(_ n: Int) -> Int { n < 0 ? 0 : 1 + deep(n + 1) }\ndeep(0)")
        #expect(found.hasPrefix("chapters/x.md:8:"), "\(found)")
        #expect(found.contains(": error: the cell crashed: it used memory that is not its own (endless recursion"))
    }

    /// The only problem of a chapter whose second cell has this code, from line 8 on.
    private static func problem(of code: String) async throws -> String {
        let execution = try await Chapters.run(
            """
            ```swift
            let before = 1; before
            ```
            ```swift
            \(code)
            ```
            ```swift
            let after = 2; after
            ```
            """)
        #expect(execution.results.map(\.status) == [.ran, .failed, .skipped])
        #expect(execution.results[0].outputs == [.text("1")])
        let problems = execution.problems.filter { $0.severity == .error }
        #expect(problems.count == 1)
        return try #require(problems.first).description
    }

    @Test func `leaves its own messages, and nothing of the runtime's stack`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            import Foundation
            FileHandle.standardError.write(Data("careful\\n".utf8))
            [1][CommandLine.argc.hashValue | 7]
            ```
            """)
        #expect(execution.results[0].printed.messages == "careful")
        #expect(execution.problems.map(\.message) == ["the cell crashed: Index out of range"])
    }

    @Test(arguments: [
        "struct Long: Error { let text = String(repeating: \"x\", count: 80_000_000) }\nthrow Long()",
        "fatalError(String(repeating: \"x\", count: 500_000))",
        "print(String(repeating: \"x\", count: 900_000), terminator: \"\")\nfatalError(\"here\")",
    ])
    func `says no more than a reader can take in`(code: String) async throws {
        let execution = try await Chapters.run("```swift\n\(code)\n```\n")
        let problems = execution.problems
        #expect(problems.count == 1 && problems[0].description.count < 12_000, "\(problems.map(\.message.count))")
        #expect(problems.first?.message.hasPrefix("the process that runs cells") == false)
    }

    @Test func `keeps what it printed before it crashed`() async throws {
        let execution = try await Chapters.run(
            "```swift\nprint(\"so far\", terminator: \"\")\nshow(1)\nlet xs: [Int] = []\nprint(xs[CommandLine.argc.hashValue & 0])\n```\n"
        )
        #expect(execution.results[0].printed.output == "so far")
        #expect(execution.problems.first?.fix == "it had printed: so far")
        #expect(execution.results[0].outputs == [.text("1")])
        #expect(execution.results[0].status == .failed)
    }

    @Test func `is found in an earlier cell where the trap is there`() async throws {
        let execution = try await Chapters.run(
            """
            ```swift
            let xs = [1]
            @inline(never) func element(_ i: Int) -> Int { xs[i] }
            ```

            ```swift
            element(5)
            ```
            """)
        #expect(execution.problems.map(\.location?.line) == [6])
    }

    @Test func `tells every error of the compiler`() async throws {
        let execution = try await Chapters.run("```swift\nlet a: Int = \"a\"\nlet b: Int = \"b\"\n```\n")
        #expect(execution.problems.map(\.location?.line) == [5, 6])
    }

    @Test func `inside a list is reported in the list's columns`() async throws {
        let execution = try await Chapters.run("- item\n\n  ```swift\n  let a = 1\n    foo()\n  ```\n")
        #expect(execution.problems.map(\.location) == [Location(line: 8, column: 5)])
    }
}
