public import Foundation

/// Where Weft's own package is, for packages that depend on it.
public enum WeftPackage {
    /// The folder of the package that `program` was built in; nil where the program was taken away from there.
    public static func folder(of program: String) -> URL? {
        var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath()
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            if isWeft(folder) { return folder }
        }
        return nil
    }

    /// Whether `folder` is that of Weft's package.
    static func isWeft(_ folder: URL) -> Bool {
        ["Package.swift", "Sources/Prelude", "Sources/NotebookRuntime"].allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
        }
    }
}
