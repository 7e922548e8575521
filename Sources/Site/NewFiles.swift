import Foundation

/// Files that are written together, or not at all.
enum NewFiles {
    /// Writes `files` by their paths in `folder`. Where one is there or can't be written, those before it go again, and the
    /// folders that were made for them.
    static func write(_ files: [(path: String, contents: Data)], into folder: URL) throws {
        var made: [URL] = []
        do {
            for (path, contents) in files {
                let file = folder.appending(path: path)
                let parent = file.deletingLastPathComponent()
                made += missing(parent)
                try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
                guard !FileManager.default.fileExists(atPath: file.path) else { throw CocoaError(.fileWriteFileExists) }
                made.append(file)
                try contents.write(to: file, options: .withoutOverwriting)
            }
        } catch {
            for item in made.reversed() { try? FileManager.default.removeItem(at: item) }
            throw error
        }
    }

    /// The folders on the way to `folder` that are not there, the outermost first.
    private static func missing(_ folder: URL) -> [URL] {
        var folders: [URL] = []
        var next = folder.absoluteURL
        while !FileManager.default.fileExists(atPath: next.path), next.path != "/" {
            folders.insert(next, at: 0)
            next = next.deletingLastPathComponent()
        }
        return folders
    }
}
