import Foundation
import Running

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A folder of this process's own, whose name holds the process's number: what a killed process left behind is known by
/// that and removed.
///
///     .public.new-4711-1C2F0A3B
struct ScratchFolder {
    let url: URL

    /// Makes the folder's name, and removes the leftovers of processes that are gone. The folder itself is not made.
    /// - Throws: `PublicationError` where `parent` can't be read or written.
    init(prefix: String, in parent: URL) throws(PublicationError) {
        url = parent.appending(path: "\(prefix)\(getpid())-\(UUID().uuidString.prefix(8))")
        do {
            try Self.removeLeftovers(of: prefix, in: parent)
        } catch {
            throw PublicationError(folder: parent.path, reason: FileFault.reason(of: error))
        }
    }

    private static func removeLeftovers(of prefix: String, in parent: URL) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: parent.path) where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }), process > 0 else { continue }
            // A process that is still there may still be writing; this one certainly is.
            if kill(process, 0) == 0 { continue }
            try FileManager.default.removeItem(at: parent.appending(path: name))
        }
    }
}
