import Foundation
import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

extension Executable {
    /// The program at `path`.
    static func at(_ path: String) -> Executable {
        .path(FilePath(path))
    }
}

extension FilePath {
    /// The path of `folder`.
    init(of folder: URL) {
        self.init(folder.path)
    }
}
