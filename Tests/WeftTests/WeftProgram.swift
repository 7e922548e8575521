import Foundation
import Subprocess
import TestSupport

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// The program that this build made.
enum WeftProgram {
    /// What a run of it left.
    struct Result: Equatable {
        var status: TerminationStatus
        var output: String
        var error: String
    }

    static func run(
        _ arguments: [String], in folder: URL? = nil, program: String = BuiltProducts.weft,
        environment: [Environment.Key: String?] = [:]
    ) async throws -> Result {
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments),
            environment: .inherit.updating(environment),
            workingDirectory: folder.map { FilePath($0.path) }, output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 20))
        return Result(status: result.terminationStatus, output: result.standardOutput, error: result.standardError)
    }
}
