public import Foundation
import Literate

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

    /// The sources of the libraries that cells use, by their paths in a package that holds them.
    static func librarySources(in weft: URL) -> [(path: String, contents: Data)] {
        ProgramLibrary.modules.flatMap { module in
            let folder = weft.appending(path: "Sources/\(module.name)")
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
            return paths.sorted().compactMap { path -> (String, Data)? in
                let file = folder.appending(path: path)
                let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
                guard !isHidden, let contents = try? Data(contentsOf: file) else { return nil }
                return ("\(ProgramLibrary.folder)/\(module.name)/\(path)", contents)
            }
        }
    }

    /// Whether `folder` is that of Weft's package.
    static func isWeft(_ folder: URL) -> Bool {
        ["Package.swift", "Sources/Prelude", "Sources/NotebookRuntime"].allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
        }
    }
}
