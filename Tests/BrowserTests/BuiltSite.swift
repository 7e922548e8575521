import CZlib
import Foundation
import Literate
import Site
import TestSupport

/// A site whose pages are looked at.
struct BuiltSite: Sendable {
    let folder: URL
    /// The site's pages, by their paths from its root.
    let pages: [String]

    init(at folder: URL) throws {
        self.folder = folder
        pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".html") }
            .sorted()
    }

    func url(_ page: String) -> URL { folder.appending(path: page) }

    /// Builds the small course in `scratch`.
    static func ofSmallCourse(in scratch: TemporaryFolder) async throws -> BuiltSite {
        let course = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Course")
        let copy = scratch.url.appending(path: "course")
        try FileManager.default.copyItem(at: course, to: copy)
        let report = await Build(course: copy, program: BuiltProducts.weft).run(progress: SilentProgress())
        guard report.status == .succeeded else { throw Problems(report.problems) }
        let site = try BuiltSite(at: copy.appending(path: "site/public"))
        try site.showMissingPage(insteadOf: "https://example.org/everything/")
        return site
    }

    /// Lets the page that a server shows where there is none find its files in the folder instead of at `address`.
    private func showMissingPage(insteadOf address: String) throws {
        let page = try String(contentsOf: url("404.html"), encoding: .utf8)
        try page.replacing(address, with: "").write(to: url("404.html"), atomically: true, encoding: .utf8)
    }

    /// Where somebody else has built a site, such as that of the whole course.
    static var elsewhere: BuiltSite? {
        get throws {
            try ProcessInfo.processInfo.environment["WEFT_SITE"].map { try BuiltSite(at: URL(fileURLWithPath: $0)) }
        }
    }

    /// How many bytes a file takes when it is sent, compressed as servers do.
    func sentSize(of path: String) throws -> Int {
        let bytes = Array(try Data(contentsOf: folder.appending(path: path)))
        var size = compressBound(UInt(bytes.count))
        var buffer = [UInt8](repeating: 0, count: Int(size))
        compress2(&buffer, &size, bytes, UInt(bytes.count), 9)
        // gzip's head and tail are 12 bytes longer than zlib's.
        return Int(size) + 12
    }
}
