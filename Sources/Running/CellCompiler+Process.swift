import Foundation
import Literate
import Subprocess

extension CellCompiler {
    /// Runs a compiler, and ends it where it takes too long: some code makes it try every way to read an expression, or go
    /// round in circles.
    func run(
        _ command: [String], for unit: Chapter.Unit, in folder: URL
    ) async throws -> (succeeded: Bool, text: String) {
        let limit = Int(max(seconds, CellLimits.asked(by: unit) ?? 0).rounded(.up))
        // The processor's time counts, so that a busy machine only takes longer; and where this process is killed, the
        // compiler still ends.
        let limited = ["-c", "ulimit -S -t \(limit); exec \"$0\" \"$@\""] + command
        let end = try await withThrowingTaskGroup(of: (succeeded: Bool, text: String)?.self) { group in
            group.addTask { () -> (succeeded: Bool, text: String)? in
                let result = try await Subprocess.run(
                    .at("/bin/sh"), arguments: Arguments(limited),
                    environment: .inherit.updating(["TMPDIR": folder.path]), platformOptions: Self.options,
                    output: .discarded, error: .string(limit: 4 << 20))
                if result.terminationStatus == .signaled(SIGXCPU) { return nil }
                let succeeded = result.terminationStatus.isSuccess
                let isSilent = !succeeded && result.standardError.isEmpty
                return (
                    succeeded, isSilent ? "\(command[0]) ended with \(result.terminationStatus)" : result.standardError
                )
            }
            group.addTask {
                // It waits for something that never comes.
                try await Task.sleep(for: .seconds(20 * limit))
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        guard let end else { throw Problems([tooLong(unit, limit)]) }
        return end
    }

    /// A compiler has a group of processes of its own, which is ended as one.
    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
        ]
        return options
    }

    private func tooLong(_ unit: Chapter.Unit, _ seconds: Int) -> Problem {
        Problem(
            file: chapter.source.path, location: unit.location,
            message: "the compiler needed more than \(seconds) s for this and was stopped",
            fix: "break up long expressions, say of which type their parts are, and give endless loops an end"
                + (unit.isCell ? "; if it needs longer, say so at its top: '//| timeout: \(max(seconds, 60) * 2)'" : "")
        )
    }
}
