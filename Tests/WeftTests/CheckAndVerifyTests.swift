import Foundation
import Subprocess
import TestSupport
import Testing

@Suite struct `The commands that look at a course` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: C\n", to: "site/site.yml")
        try write("let total = 3")
    }

    private func write(_ code: String) throws {
        try folder.write(
            "---\ntitle: T\n---\n```swift\n\(code)\n```\n\nIt is `{swift} total`.\n", to: "chapters/one.md")
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `say what they found, and exit with 0 where all is well`() async throws {
        let check = try await WeftProgram.run(["check"], in: folder.url)
        #expect(check.status == .exited(0), "\(check.error)")
        #expect(
            check.output.wholeMatch(of: #/Checked 1 chapter: 1 cell compiled, [\d.]+ s\n/#) != nil, "\(check.output)")
        let again = try await WeftProgram.run(["check", folder.url.path])
        #expect(
            again.output.wholeMatch(
                of: #/Checked 1 chapter: 1 cell compiled, 1 of them by an earlier build or check, [\d.]+ s\n/#) != nil)

        #expect(try await WeftProgram.run(["build", "--quiet"], in: folder.url).status == .exited(0))
        let verify = try await WeftProgram.run(["verify"], in: folder.url)
        #expect(verify.status == .exited(0), "\(verify.error)")
        #expect(
            verify.output.hasSuffix("Verified 1 chapter: 1 value compared, none differs, ") == false
                && verify.output.contains("Verified 1 chapter: 1 value compared, none differs, "), "\(verify.output)")
    }

    @Test func `list problems and exit with 1 where something is wrong`() async throws {
        try write("let total: Int = \"3\"")
        let check = try await WeftProgram.run(["check"], in: folder.url)
        #expect(check.status == .exited(1))
        #expect(
            check.error == """
                chapters/one.md:5:18: error: cannot convert value of type 'String' to specified type 'Int'
                    let total: Int = "3"
                                     ^

                """)
        #expect(check.output.hasPrefix("Found 1 error in 1 chapter: 0 cells compiled, "))
        let verify = try await WeftProgram.run(["verify"], in: folder.url)
        #expect(verify.status == .exited(1))
        #expect(verify.error.hasPrefix("chapters/one.md:5:1: error: the site does not show this as it is: "))
        #expect(verify.output.hasPrefix("Failed to verify 1 chapter: nothing was compared, "))
    }

    @Test func `print one JSON object if asked to`() async throws {
        let check = try await WeftProgram.run(["check", "--json"], in: folder.url)
        #expect(try Set(object(check.output).keys) == ["status", "chapters", "cells", "problems", "seconds"])
        #expect(try object(check.output)["cells"] as? [String: Int] == ["compiled": 1, "cached": 0, "failed": 0])

        let verify = try await WeftProgram.run(["verify", "--json"], in: folder.url)
        #expect(verify.status == .exited(1))
        let report = try object(verify.output)
        #expect(
            Set(report.keys) == ["status", "chapters", "values", "volatile", "problems", "seconds", "output"])
        #expect(report["status"] as? String == "failed")
        let problem = try #require((report["problems"] as? [[String: Any]])?.first)
        #expect((problem["file"] as? String, problem["line"] as? Int) == ("chapters/one.md", 5))
    }

    @Test func `exit with 1 where there is no course or no compiler`() async throws {
        for command in ["check", "verify", "tangle x"] {
            let arguments = command.split(separator: " ").map(String.init)
            let result = try await WeftProgram.run(arguments + [folder.url.appending(path: "nowhere").path])
            #expect(result.status == .exited(1))
            #expect(result.error.hasPrefix("site/site.yml: error: there is no such file\n"))
        }
        let result = try await WeftProgram.run(["check", folder.url.path], environment: ["PATH": "/nonexistent"])
        #expect(result.status == .exited(1))
        #expect(result.error.contains("'swiftc' was not found in PATH\n    install Swift 6.3 or later"))
    }

    @Test(arguments: [
        ["check", "a", "b"], ["check", "--jobs", "0"], ["check", "--only", "x"], ["verify", "--jobs", "0"],
        ["verify", "-P", "x"], ["tangle"], ["tangle", "a", "b", "c"], ["tangle", "a", "--output"],
    ])
    func `exit with 64 where they are used wrongly`(arguments: [String]) async throws {
        #expect(try await WeftProgram.run(arguments, in: folder.url).status == .exited(64))
    }

    @Test(arguments: [
        ("check", ["without running", "--json", "Every problem is listed."]),
        ("verify", ["millionth", "volatile: true", "--only", "-P", "--json"]),
        ("tangle", ["swift run -c release", "--output", "-P", "exercises are left out"]),
    ])
    func `explain themselves`(command: String, words: [String]) async throws {
        let help = try await WeftProgram.run([command, "--help"])
        #expect(help.status == .exited(0))
        let text = help.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for word in words { #expect(text.contains(word), "\(word)") }
    }
}
