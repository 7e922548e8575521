package import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The turn of a build to compile the libraries into a folder. That takes all processors for a minute or more, so that a
/// build that finds another at it does better to wait, and has them for nothing.
package final class LibraryTurn: Sendable {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Waits for the turn, and removes what builds that were killed in theirs have left.
    /// - Returns: the turn, which lasts as long as somebody holds it; nil where the folder can't be written.
    package static func wait(in folder: URL) async throws(CancellationError) -> LibraryTurn? {
        let files = FileManager.default
        try? files.createDirectory(at: folder, withIntermediateDirectories: true)
        // What this process starts must not hold it.
        let descriptor = open(folder.appending(path: lock).path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return nil }
        let turn = LibraryTurn(descriptor)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { return nil }
            guard (try? await Task.sleep(for: .milliseconds(100))) != nil else { throw CancellationError() }
        }
        for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
        where name.hasPrefix(".") && name != lock {
            try? files.removeItem(at: folder.appending(path: name))
        }
        return turn
    }

    private static let lock = ".lock"

    deinit { close(descriptor) }
}
