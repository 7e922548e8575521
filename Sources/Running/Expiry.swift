import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What keeps a store from growing without bound: what was not used for long goes, and so does the oldest of too much.
enum Expiry {
    /// In seconds.
    static let age = 30.0 * 24 * 3600
    /// In bytes.
    static let size = 1 << 30

    /// Marks `file` as used today. Not more often: most builds should write nothing.
    static func touch(_ file: URL) {
        guard let stamp = FileStamp(path: file.path) ?? FileStamp(path: file.appending(path: "unit.json").path) else {
            return
        }
        let age = Date().timeIntervalSince1970 - Double(stamp.modified) / 1e9
        if age > 24 * 3600 { utimes(file.path, nil) }
    }

    /// Removes what has expired from the folders of a store.
    static func apply(to store: URL) {
        let stamp = store.appending(path: "expired")
        let last = (try? stamp.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate
        // Looking takes time, and nothing expires within the hour.
        if let last, last.timeIntervalSinceNow > -3600 { return }
        try? Data().write(to: stamp)
        removeLeftovers(in: store)
        let keys: Set<URLResourceKey> = [.contentModificationDateKey, .totalFileAllocatedSizeKey, .isDirectoryKey]
        let entries = ["results", "units", "checked", "pages", "formulas", "live", "packages"].flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(
                at: store.appending(path: folder), includingPropertiesForKeys: Array(keys))) ?? []
        }
        let known = entries.map { url -> (url: URL, used: Date, bytes: Int) in
            let values = try? url.resourceValues(forKeys: keys)
            let bytes = values?.isDirectory == true ? Self.bytes(in: url) : values?.totalFileAllocatedSize ?? 0
            return (url, values?.contentModificationDate ?? .distantPast, bytes)
        }
        var kept = 0
        for entry in known.sorted(by: { $0.used > $1.used }) {
            kept += entry.bytes
            if kept > size || entry.used.timeIntervalSinceNow < -age {
                try? FileManager.default.removeItem(at: entry.url)
            }
        }
    }

    /// Removes what killed builds were about to write, or to read once.
    private static func removeLeftovers(in store: URL) {
        for folder in ["running", "units", "checked"] {
            let all = try? FileManager.default.contentsOfDirectory(
                at: store.appending(path: folder), includingPropertiesForKeys: [.contentModificationDateKey])
            for url in all ?? [] where folder == "running" || url.lastPathComponent.hasPrefix(".") {
                let used = (try? url.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate
                if let used, used.timeIntervalSinceNow < -24 * 3600 { try? FileManager.default.removeItem(at: url) }
            }
        }
    }

    private static func bytes(in folder: URL) -> Int {
        let files = try? FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: [.totalFileAllocatedSizeKey])
        return (files ?? []).reduce(0) {
            $0 + ((try? $1.resourceValues(forKeys: [.totalFileAllocatedSizeKey]))?.totalFileAllocatedSize ?? 0)
        }
    }
}
