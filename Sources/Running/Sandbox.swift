import Foundation
import Literate
import Subprocess

/// The walls around the process that runs cells: it reads what it likes, but writes nowhere except to a folder for
/// temporary files that goes when it goes, and there is no network.
struct Sandbox: Sendable {
    /// The program that builds the walls; nil where there are none.
    private let program: String?
    private let course: URL
    /// Folders that cells must see even where they lie among temporary files, which they do not see.
    private let readable: [String]

    /// How much the folder for temporary files holds, in bytes.
    private static let scratchSize = 1 << 30

    /// No walls.
    static func none(course: URL) -> Sandbox {
        Sandbox(program: nil, course: course, readable: [])
    }

    /// The walls that this machine has.
    /// - Returns: nil where it has none.
    static func find(course: URL, readable: [String]) async -> Sandbox? {
        guard let program = try? Toolchain.tool("bwrap") else { return nil }
        let sandbox = Sandbox(program: program, course: course, readable: readable)
        let command = sandbox.command(["/bin/true"], writing: course)
        let trial = try? await Subprocess.run(
            .at(command[0]), arguments: Arguments(Array(command.dropFirst())), output: .discarded, error: .discarded)
        return trial?.terminationStatus.isSuccess == true ? sandbox : nil
    }

    /// What an author should know where there are no walls.
    static let missing = Problem(
        file: "weft", severity: .warning,
        message: "cells run without a sandbox: they can write files and use the network",
        fix: "install bubblewrap ('apt-get install bubblewrap'), or say '--no-sandbox' if that is what you want")

    /// The command that runs `command` within the walls, where it can write to `folder` and nowhere else.
    func command(_ command: [String], writing folder: URL) -> [String] {
        guard let program else { return command }
        var arguments = [
            program, "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc",
            "--size", "\(Self.scratchSize)", "--tmpfs", "/tmp", "--setenv", "TMPDIR", "/tmp",
        ]
        for path in readable + [course.path] { arguments += ["--ro-bind-try", path, path] }
        arguments += ["--bind", folder.path, folder.path]
        arguments += ["--unshare-net", "--unshare-pid", "--unshare-ipc", "--die-with-parent", "--new-session"]
        return arguments + ["--chdir", course.path, "--"] + command
    }
}
