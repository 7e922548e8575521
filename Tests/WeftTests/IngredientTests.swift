import Foundation
import Subprocess
import TestSupport
import Testing

/// What runs again when something outside of the course is another: the compiler, Weft itself, where data is.
@Suite struct `A build with other tools` {
    private let folder: TemporaryFolder
    private let tools: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        tools = try TemporaryFolder()
        try folder.write("title: C\n", to: "site/site.yml")
        for slug in ["one", "two"] {
            try folder.write(
                "---\ntitle: T\n---\n```swift\nlet a = 1\n```\n\nIt is `{swift} a`.\n", to: "chapters/\(slug).md")
        }
    }

    private static let path = ProcessInfo.processInfo.environment["PATH"] ?? ""

    @Test(arguments: [
        ("WEFT_DATA", "WEFT_DATA, XDG_CACHE_HOME or HOME is another than in the last build"),
        ("XDG_CACHE_HOME", "WEFT_DATA, XDG_CACHE_HOME or HOME is another than in the last build"), ("EDITOR", nil),
    ])
    func `runs everything where cells would see another environment`(
        variable: Environment.Key, reason: String?
    ) async throws {
        _ = try await explained()
        #expect(try await explained(environment: [variable: tools.url.path]) == Self.all(reason))
    }

    @Test func `runs everything where the compiler is another`() async throws {
        _ = try await explained()
        // The same compiler from another place, and then one that names itself otherwise.
        let compiler = try #require(Self.path.split(separator: ":").map { "\($0)/swiftc" }.first(where: isProgram))
        for (name, reason) in [("", nil), ("Other ", "the Swift compiler is another than in the last build")] {
            try tools.write(
                """
                #!/bin/sh
                [ "$1" = --version ] && { printf '\(name)'; exec '\(compiler)' --version; }
                exec '\(compiler)' "$@"
                """, to: "swiftc")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: tools.url.appending(path: "swiftc").path)
            let found = try await explained(environment: ["PATH": "\(tools.url.path):\(Self.path)"])
            #expect(found == Self.all(reason))
        }
    }

    @Test func `runs everything where Weft is another, with its libraries`() async throws {
        _ = try await explained()
        let other = try installed()
        // What stands behind a program's end does nothing.
        let program = try FileHandle(forWritingTo: URL(fileURLWithPath: other))
        try program.seekToEnd()
        try program.write(contentsOf: Data([0]))
        try program.close()
        let found = try await explained(program: other)
        #expect(found == Self.all("Weft itself, with its libraries, is another than in the last build"))
    }

    @Test func `publishes again, and runs nothing, where Weft's own theme is another`() async throws {
        let weft = try installed()
        _ = try await explained(program: weft)
        let sheet = tools.url.appending(path: "weft_Site.resources/Theme/prose.css")
        try Data((String(contentsOf: sheet, encoding: .utf8) + ".another { color: red; }\n").utf8).write(to: sheet)
        #expect(try await explained(program: weft) == [])
        #expect(try #require(folder.text("site/public/theme.css")).contains(".another"))
    }

    /// Another Weft that is the same so far: the program, and what lies beside it where it was built.
    private func installed() throws -> String {
        let files = FileManager.default
        let built = URL(fileURLWithPath: BuiltProducts.weft).deletingLastPathComponent()
        for name in try files.contentsOfDirectory(atPath: built.path)
        where name == "Modules" || name.hasSuffix(".resources")
            || ["NeuralKernels.build", "CellGuards.build"].contains(name)
        {
            try files.createSymbolicLink(
                at: tools.url.appending(path: name), withDestinationURL: built.appending(path: name))
        }
        for name in ["weft", "weft_Site.resources"] {
            let copy = tools.url.appending(path: name)
            try? files.removeItem(at: copy)
            try files.copyItem(at: built.appending(path: name), to: copy)
        }
        return tools.url.appending(path: "weft").path
    }

    /// What a build says of each unit that runs.
    private func explained(
        program: String = BuiltProducts.weft, environment: [Environment.Key: String?] = [:]
    ) async throws -> [String] {
        let result = try await WeftProgram.run(
            ["build", "--explain", folder.url.path], program: program, environment: environment)
        #expect(result.status == .exited(0), "\(result.error)")
        return result.output.split(separator: "\n").filter { $0.contains(": runs: ") }.map(String.init)
    }

    /// That every unit runs for this reason; that none does where it is nil.
    private static func all(_ reason: String?) -> [String] {
        guard let reason else { return [] }
        return ["one", "two"].flatMap { slug in [5, 8].map { "chapters/\(slug).md:\($0): runs: \(reason)" } }
    }

    private func isProgram(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
}
