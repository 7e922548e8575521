import Foundation

/// A checker that is no part of Weft: a file that an environment variable names. `.ci/run` fetches them and sets the
/// variables, so that tests themselves need no network.
enum Tool {
    /// axe-core, which finds what keeps people from reading a page.
    static let axe = "WEFT_AXE"
    /// The Nu HTML checker, a Java archive.
    static let validator = "WEFT_VNU"

    static func path(_ variable: String) -> String? {
        ProcessInfo.processInfo.environment[variable].flatMap {
            FileManager.default.fileExists(atPath: $0) ? $0 : nil
        }
    }
}
