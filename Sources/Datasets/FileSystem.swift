#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The few things done to files, by the C library: Foundation would cost every cell that loads data its start-up time.
enum FileSystem {
    /// The bytes of a file.
    ///
    /// - Throws: ``DatasetLoadingError/unreadable(file:reason:)``.
    static func read(_ path: String) throws(DatasetLoadingError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(file: path, reason: lastError()) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(file: path, reason: lastError()) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(file: path, reason: "it is not a file") }
        var failure: String?
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
            failure = fill(buffer, from: descriptor, count: &count)
        }
        if let failure { throw .unreadable(file: path, reason: failure) }
        return bytes
    }

    /// Whether a file or folder of that path is there.
    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Makes a folder and those above it; returns what stood in the way, if anything.
    static func makeFolder(_ path: String) -> String? {
        if exists(path) || path.isEmpty { return nil }
        if let slash = path.lastIndex(of: "/"), let failure = makeFolder(String(path[..<slash])) { return failure }
        // Another process may have made it a moment ago.
        return mkdir(path, 0o755) == 0 || errno == EEXIST ? nil : lastError()
    }

    /// Gives a file its final name in one step, replacing what had it; returns what stood in the way, if anything.
    static func move(_ path: String, to target: String) -> String? {
        rename(path, target) == 0 ? nil : lastError()
    }

    /// Removes a file, where it is there.
    static func remove(_ path: String) {
        unlink(path)
    }

    /// A name beside `path` that no other process or thread uses.
    static func temporaryName(for path: String) -> String {
        "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).part"
    }

    /// Whether files can be made in a folder; if not, why not.
    static func whyNotWritable(_ folder: String) -> String? {
        access(folder, W_OK) == 0 ? nil : lastError()
    }

    private static func fill(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, count: inout Int
    ) -> String? {
        while count < buffer.count {
            #if canImport(Glibc)
                let got = Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
            #elseif canImport(Musl)
                let got = Musl.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
            #else
                let got = Darwin.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
            #endif
            if got < 0, errno != EINTR { return lastError() }
            if got == 0 { break }
            count += max(got, 0)
        }
        return nil
    }

    private static func lastError() -> String {
        String(cString: strerror(errno))
    }
}
