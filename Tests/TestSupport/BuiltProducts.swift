import Foundation

/// What was built along with the tests.
public enum BuiltProducts {
    /// The program `weft`, which the tests' own bundle stands beside.
    public static var weft: String {
        let bundles = Bundle.allBundles.map(\.bundleURL) + [Bundle.main.executableURL ?? Bundle.main.bundleURL]
        let folders = bundles.map { $0.deletingLastPathComponent() }
        let programs = folders.map { $0.appending(path: "weft").path }
        return programs.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "weft"
    }
}
