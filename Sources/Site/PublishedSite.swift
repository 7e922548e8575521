import Foundation
import Running

/// What a published site says of itself, in a file that also marks its folder as one that Weft may replace.
struct PublishedSite: Codable, Equatable {
    static let marker = ".weft-site"

    /// What the site was made from; nil where that can't be said, so that the next build looks at everything.
    var key: String?
    /// What the build that made it counted.
    var counts: BuildCounts
    /// Its files, by their paths.
    var files: [String: File] = [:]

    /// What a file is recognized by.
    struct File: Codable, Equatable {
        var size: Int64
        var modified: Int64

        init?(at path: String) {
            guard let stamp = FileStamp(path: path) else { return nil }
            size = stamp.size
            modified = stamp.modified
        }
    }

    /// The site in `folder`; nil where there is none, or one of its files is gone or another.
    static func intact(in folder: URL) -> PublishedSite? {
        guard let data = try? Data(contentsOf: folder.appending(path: marker)),
            let site = try? JSONDecoder().decode(PublishedSite.self, from: data),
            site.files.allSatisfy({ File(at: folder.appending(path: $0).path) == $1 })
        else { return nil }
        return site
    }

    func write(to folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: folder.appending(path: Self.marker))
    }
}
