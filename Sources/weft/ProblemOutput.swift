import ArgumentParser
import Foundation
import Literate

/// How a command that fails says why.
enum ProblemOutput {
    /// Tells standard error of `problems`.
    static func print(_ problems: [Problem]) {
        for problem in problems { FileHandle.standardError.write(Data("\(problem)\n".utf8)) }
    }

    /// What `work` returns.
    /// - Throws: the exit status of a failure, where there were problems, which standard error is told.
    static func orExit<Result>(_ work: () throws(Problems) -> Result) throws -> Result {
        do throws(Problems) {
            return try work()
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode.failure
        }
    }
}
