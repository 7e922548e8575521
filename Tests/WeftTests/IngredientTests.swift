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
        let built = URL(fileURLWithPath: BuiltProducts.weft).deletingLastPathComponent()
        for name in try FileManager.default.contentsOfDirectory(atPath: built.path)
        where name == "Modules" || name.hasSuffix(".resources")
            || ["NeuralKernels.build", "CellGuards.build"].contains(name)
        {
            try FileManager.default.createSymbolicLink(
                at: tools.url.appending(path: name), withDestinationURL: built.appending(path: name))
        }
        // What stands behind a program's end does nothing.
        try tools.write(Data(contentsOf: URL(fileURLWithPath: BuiltProducts.weft)) + Data([0]), to: "weft")
        let other = tools.url.appending(path: "weft").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: other)
        let found = try await explained(program: other)
        #expect(found == Self.all("Weft itself, with its libraries, is another than in the last build"))
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
