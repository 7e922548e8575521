import Foundation
import Hashing
import Running

/// What a published site was made from, in a file that also marks its folder as one that Weft may replace.
struct PublishedSite: Codable, Equatable {
    static let marker = ".weft-site"

    /// What tells the site from others; nil where that can't be said, so that the next build looks at everything.
    var key: String?
    /// What the build that made it counted.
    var counts: BuildCounts

    /// The site in `folder`; nil where there is none, or one of its files is not as it was published.
    static func intact(in folder: URL, _ store: ResultStore) -> PublishedSite? {
        PublishedFiles.read(from: store, of: folder).flatMap { intact(in: folder, $0) }
    }

    /// The site in `folder`, if it was made from what a site would be made from now.
    static func intact(in folder: URL, from origin: Origin, course: URL, _ store: ResultStore) -> PublishedSite? {
        guard let files = PublishedFiles.read(from: store, of: folder), let earlier = files.origin,
            origin.isSame(as: earlier, course: course, store: store)
        else { return nil }
        return intact(in: folder, files)
    }

    private static func intact(in folder: URL, _ files: PublishedFiles) -> PublishedSite? {
        guard let data = try? Data(contentsOf: folder.appending(path: marker)), files.areIntact(in: folder)
        else { return nil }
        return try? JSONDecoder().decode(PublishedSite.self, from: data)
    }

    func write(to folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: folder.appending(path: Self.marker))
    }
}

/// How the files of a published site are recognized. Kept apart from the site, whose bytes do not depend on when it was
/// made.
struct PublishedFiles: Codable {
    private var stamps: [String: FileStamp] = [:]
    /// What the site was made from; nil where a build has to look at more than that.
    var origin: Origin?

    mutating func add(_ path: String, at file: String) {
        stamps[path] = FileStamp(path: file)
    }

    func areIntact(in folder: URL) -> Bool {
        stamps.allSatisfy { FileStamp(path: folder.appending(path: $0).path)?.isSameContent(as: $1) == true }
    }

    static func read(from store: ResultStore, of folder: URL) -> PublishedFiles? {
        store.data(name(of: folder)).flatMap { try? JSONDecoder().decode(PublishedFiles.self, from: $0) }
    }

    func write(to store: ResultStore, of folder: URL) {
        if let data = try? JSONEncoder().encode(self) { store.save(data, as: Self.name(of: folder)) }
    }

    private static func name(of folder: URL) -> String {
        "published/" + sha256(of: [folder.resolvingSymlinksInPath().path])
    }
}
