import FolderSwap
import Foundation
import Running

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A site on its way to the folder where readers see it.
///
/// Pages are written to a folder beside the published one. `publish` puts the new in the place of the old in a
/// single step, so that readers, and whoever kills the build, only ever see the one or the other. A file that is as it
/// was is not written again: the new site links to it.
final class Publication {
    private let output: URL
    private let staging: URL
    /// The files that the site will have.
    var files = PublishedFiles()

    /// Prepares to publish at `output`.
    /// - Parameter keepsPages: whether to begin with what is published now.
    /// - Throws: `PublicationError` where the folder can't be written, or holds files of somebody else's.
    init(at output: URL, keepsPages: Bool) throws(PublicationError) {
        // A link is followed: what it points at is replaced, not the link.
        self.output = output.resolvingSymlinksInPath()
        let parent = self.output.deletingLastPathComponent()
        try Self.checkReplaceable(self.output)
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw PublicationError(folder: parent.path, reason: FileFault.reason(of: error))
        }
        staging = try ScratchFolder(prefix: ".\(self.output.lastPathComponent).new-", in: parent).url
        do {
            try FileManager.default.createDirectory(at: staging, withIntermediateDirectories: true)
            if keepsPages { try linkPublishedFiles() }
        } catch {
            throw PublicationError(folder: parent.path, reason: FileFault.reason(of: error))
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: staging)
    }

    /// Writes the file at `path`, from the root of the site.
    func write(_ contents: Data, to path: String) throws(PublicationError) {
        let file = staging.appending(path: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            // A kept page of the same name may be there; it is the published one too.
            try? FileManager.default.removeItem(at: file)
            let published = output.appending(path: path)
            if (try? Data(contentsOf: published)) != contents || link(published.path, file.path) != 0 {
                try contents.write(to: file)
            }
            files.add(path, at: file.path)
        } catch {
            throw PublicationError(folder: file.path, reason: FileFault.reason(of: error))
        }
    }

    /// Whether the site, as it would be published now, has a file at `path`.
    func contains(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: staging.appending(path: path).path)
    }

    /// Puts what was written in the place of what is published, with a record of it.
    func publish(_ record: PublishedSite) throws(PublicationError) {
        do {
            try record.write(to: staging)
        } catch {
            throw PublicationError(folder: staging.path, reason: FileFault.reason(of: error))
        }
        if FileManager.default.fileExists(atPath: output.path) {
            // What was published is now in the staging folder, which goes when this value does.
            try check(folder_swap(staging.path, output.path))
        } else {
            try check(rename(staging.path, output.path))
        }
    }
}

extension Publication {
    /// Begins with what is published now.
    private func linkPublishedFiles() throws {
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: output.path)) ?? []
        for path in paths where path != PublishedSite.marker {
            let (from, to) = (output.appending(path: path), staging.appending(path: path))
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: from.path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                try FileManager.default.createDirectory(at: to, withIntermediateDirectories: true)
            } else {
                try FileManager.default.linkItem(at: from, to: to)
                files.add(path, at: to.path)
            }
        }
    }

    private func check(_ result: Int32) throws(PublicationError) {
        guard result == 0 else {
            throw PublicationError(folder: output.path, reason: String(cString: strerror(errno)))
        }
    }

    /// A folder is replaceable if it is ours, or there is nothing in it to lose.
    private static func checkReplaceable(_ output: URL) throws(PublicationError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: output.path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw PublicationError(folder: output.path, reason: "it is a file") }
        let contents = (try? FileManager.default.contentsOfDirectory(atPath: output.path)) ?? []
        guard contents.isEmpty || contents.contains(PublishedSite.marker) else {
            throw PublicationError(
                folder: output.path,
                reason: "it holds files that Weft did not write; name an empty folder, or empty this one")
        }
    }
}

/// The site could not be written.
public struct PublicationError: Error, CustomStringConvertible {
    var folder: String
    var reason: String

    public var description: String { "\(folder) can't be written: \(reason)" }
}
