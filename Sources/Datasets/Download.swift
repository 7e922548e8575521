import Hashing

/// A download of files into the cache: each appears under its name only when it is there in full and is the published
/// one.
struct Download {
    let source: ImageDatasetSource
    let folder: String
    let fetch: @Sendable (_ url: String, _ path: String) -> String?

    /// Asks the mirrors in turn for a file and keeps the first right one.
    func keep(_ file: DatasetFile) throws(DownloadFailure) {
        if let reason = FileSystem.makeFolder(folder) ?? FileSystem.whyNotWritable(folder) {
            throw .cannotWrite(folder: folder, reason: reason)
        }
        var attempts: [DownloadFailure.Attempt] = []
        for mirror in source.mirrors {
            let url = mirror + file.gzipped
            guard let outcome = try keep(file, from: url) else { return }
            attempts.append(.init(url: url, outcome: outcome))
        }
        throw .failed(attempts)
    }

    /// Returns what went wrong with this mirror, if anything.
    private func keep(_ file: DatasetFile, from url: String) throws(DownloadFailure) -> DownloadFailure.Outcome? {
        let target = "\(folder)/\(file.gzipped)"
        let temporary = FileSystem.temporaryName(for: target)
        defer { FileSystem.remove(temporary) }
        if let reason = fetch(url, temporary) { return .notServed(reason: reason) }
        guard let contents = try? FileSystem.read(temporary) else { return .notServed(reason: "it served nothing") }
        let (found, expected) = (sha256(contents), source.digests[file])
        guard found == expected else { return .wrongDigest(found: found, expected: expected) }
        if let reason = FileSystem.move(temporary, to: target) { throw .cannotWrite(folder: folder, reason: reason) }
        return nil
    }
}
