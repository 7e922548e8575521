import Foundation
import Hashing
import Literate
import Subprocess

/// What can change the result of every cell of a course, besides its code.
struct Ingredients: Codable, Equatable, Sendable {
    /// This program, which holds all that cells are linked with.
    var program: String
    /// The compiler, as it names itself.
    var compiler: String
    /// The variables of the environment that cells see and that are not the same everywhere.
    var environment: [String: String]

    /// Names of variables that say where data sets are.
    private static let variables = ["WEFT_DATA", "XDG_CACHE_HOME", "HOME"]

    static func current(program: String, fingerprints: Fingerprints) async throws -> Ingredients {
        let swiftc = try Toolchain.tool("swiftc")
        let path = URL(fileURLWithPath: swiftc).resolvingSymlinksInPath().path
        let version = try await Toolchain.version(of: swiftc, fingerprints: fingerprints, file: path)
        let all = ProcessInfo.processInfo.environment
        return Ingredients(
            program: fingerprints.digest(of: program) ?? "", compiler: version,
            environment: all.filter { variables.contains($0.key) })
    }

    var digest: String {
        sha256(of: [program, compiler] + environment.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }
}
