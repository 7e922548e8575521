import Foundation
import Subprocess
import Testing
import TestSupport

@Suite struct `The command line` {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("title: Tiny\nparams: {dataset: none}\n", to: "site/site.yml")
        try folder.write(
            """
            ---
            title: A tiny network
            description: It learns to tell one number from another.
            ---

            ```swift
            let data = try Dataset(
                features: (0..<64).map { $0 % 2 == 0 ? -1 : 1 }, shape: [1], labels: (0..<64).map { $0 % 2 }, classCount: 2)
            let model = Sequential(seed: 1) {
                Dense(4, activation: .relu)
                Dense(2, activation: .softmax)
            }
            model.compile(optimizer: .adam(learningRate: 0.05), loss: .categoricalCrossentropy, metrics: [.accuracy])
            let history = try model.fit(data, epochs: 20, batchSize: 8)
            ```

            It ends at an accuracy of `{swift} history[.accuracy].last!.percent()`
            `{claim} history[.accuracy].last! > 0.99`.

            ```swift
            //| fig-cap: Loss after each epoch.
            Chart {
                for (epoch, loss) in history[.loss].enumerated() {
                    LineMark(x: .value("Epoch", epoch + 1), y: .value("Loss", loss))
                }
            }
            ```
            """, to: "chapters/tiny.md")
    }

    @Test func `builds a course, from its text to its pages`() async throws {
        let result = try await weft("build", folder.url.path)
        #expect(result.status == .exited(0), "\(result.error)")
        #expect(result.output.contains("Built 3 pages: 1 chapter, 2 cells run, 1 claim held, "))
        let page = try #require(folder.text("site/public/tiny.html"))
        #expect(page.contains("<span class=\"value\">100.0%</span>"))
        #expect(page.contains("<svg"))
        #expect(page.contains("Loss after each epoch."))
    }

    @Test func `names the site's folder from the current one`() async throws {
        #expect(try await weft("build", in: folder.url).output.hasSuffix(" → site/public\n"))
    }

    @Test func `builds the current folder, and says nothing if asked to`() async throws {
        let result = try await weft("build", "--quiet", "--output", "out", in: folder.url)
        #expect(result == WeftProgram.Result(status: .exited(0), output: "", error: ""))
        #expect(folder.text("out/tiny.html") != nil)
    }

    @Test func `forgets what builds have kept, and says so of a folder that is no course`() async throws {
        #expect(try await weft("clean", folder.url.path).output == "There was nothing to remove\n")
        _ = try await weft("build", "--quiet", folder.url.path)
        #expect(try await weft("clean", folder.url.path).output.hasPrefix("Removed "))
        #expect(!folder.files.contains { $0.hasPrefix(".weft") } && folder.text("site/public/tiny.html") != nil)
        let mistyped = try await weft("clean", folder.url.path + "/chaptres")
        #expect(mistyped.status == .exited(1))
        #expect(mistyped.error.hasPrefix("site/site.yml: error: there is no such file\n"))
    }

    @Test func `prints one JSON object`() async throws {
        let result = try await weft("build", "--json", "-P", "dataset:other", folder.url.path)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(report["status"] as? String == "succeeded")
        #expect(
            Set(report.keys) == [
                "status", "chapters", "pages", "cells", "claims", "problems", "seconds", "output", "upToDate",
            ])
        #expect(report["cells"] as? [String: Int] == ["run": 2, "cached": 0, "failed": 0])
        #expect(report["claims"] as? [String: Int] == ["held": 1, "failed": 0])
    }

    @Test func `exits with 1 where a claim is false, and names its line and operands`() async throws {
        let text = try #require(folder.text("chapters/tiny.md"))
        try folder.write(text.replacing("> 0.99", with: "> 1"), to: "chapters/tiny.md")
        let result = try await weft("build", folder.url.path)
        #expect(result.status == .exited(1))
        #expect(
            result.error.hasPrefix(
                """
                chapters/tiny.md:18:10: error: this claim is false: history[.accuracy].last! > 1 \
                (history[.accuracy].last! is 1.0)

                """), "\(result.error)")
        #expect(folder.text("site/public/index.html") == nil)

        let json = try await weft("build", "--json", folder.url.path)
        #expect(json.status == .exited(1))
        let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let problem = try #require((report["problems"] as? [[String: Any]])?.first)
        #expect(problem["file"] as? String == "chapters/tiny.md")
        #expect((problem["line"] as? Int, problem["column"] as? Int) == (18, 10))
        #expect(problem["severity"] as? String == "error")
    }

    @Test func `exits with 1 where there is no course`() async throws {
        let result = try await weft("build", folder.url.appending(path: "nowhere").path)
        #expect(result.status == .exited(1))
        #expect(result.error.hasPrefix("site/site.yml: error: there is no such file\n"))
    }

    @Test func `exits with 1 where there is no compiler`() async throws {
        let result = try await weft("build", folder.url.path, environment: ["PATH": "/nonexistent"])
        #expect(result.status == .exited(1))
        #expect(result.error.contains("'swiftc' was not found in PATH\n    install Swift 6.3 or later"))
    }

    @Test func `exits with 1 where there is no folder for temporary files`() async throws {
        let result = try await weft("build", folder.url.path, environment: ["TMPDIR": "/nonexistent"])
        #expect(result.status == .exited(1))
        #expect(result.error.contains("check that TMPDIR is a folder"))
    }

    @Test(arguments: [["build", "--onyl", "x"], ["bild"], ["build", "-P", "nonsense"], ["build", "a", "b"]])
    func `exits with 64 where it is used wrongly`(arguments: [String]) async throws {
        #expect(try await WeftProgram.run(arguments).status == .exited(64))
    }

    @Test func `helps, and names its version`() async throws {
        let help = try await weft("build", "--help")
        #expect(help.status == .exited(0))
        #expect(["--output", "--only", "-P", "--json", "--quiet"].allSatisfy { help.output.contains($0) })
        #expect(try await weft("--version").output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    private func weft(
        _ arguments: String..., in folder: URL? = nil, environment: [Environment.Key: String?] = [:]
    ) async throws -> WeftProgram.Result {
        try await WeftProgram.run(arguments, in: folder, environment: environment)
    }
}
