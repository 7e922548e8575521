import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of this process's own, whose name ends in the process's number: what a killed process left behind is known
/// by that and removed.
struct ScratchFolder {
    let url: URL

    /// Makes the folder's name, and removes the leftovers of processes that are gone. The folder itself is not made.
    init(prefix: String, in parent: URL) throws {
        url = parent.appending(path: "\(prefix)\(getpid())")
        for name in try FileManager.default.contentsOfDirectory(atPath: parent.path) where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count)), process > 0 else { continue }
            // A process that is still there may still be writing; this one certainly is.
            if kill(process, 0) == 0 { continue }
            try FileManager.default.removeItem(at: parent.appending(path: name))
        }
    }
}
