#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the file system says of a file, from which one sees that it is still the same without reading it.
package struct FileStamp: Codable, Equatable, Sendable {
    package var size: Int64
    /// When the contents changed last, and when anything about the file did: nanoseconds since 1970.
    package var modified: Int64
    var changed: Int64
    var inode: UInt64

    /// The stamp of the file at `path`; nil where there is no file.
    package init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        #if canImport(Glibc)
            modified = Self.nanoseconds(status.st_mtim)
            changed = Self.nanoseconds(status.st_ctim)
        #else
            modified = Self.nanoseconds(status.st_mtimespec)
            changed = Self.nanoseconds(status.st_ctimespec)
        #endif
    }

    /// Whether the file's contents are those that `other` was taken of, even if it was linked to or renamed since.
    package func isSameContent(as other: FileStamp) -> Bool {
        size == other.size && modified == other.modified && inode == other.inode
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
