import Foundation
import Literate

/// The image files that chapters show. An address is a path from the folder of the chapters, in which all images are,
/// and the image has the same one on the site.
struct ChapterImages: Sendable {
    /// The files by their paths on the site.
    private(set) var files: [(path: String, contents: Data)] = []
    /// The sizes of the images by their addresses.
    private(set) var sizes: [String: ImageSize] = [:]
    private(set) var problems: [Problem] = []

    init(of chapters: [Chapter], in root: URL) {
        let folder = root.appending(path: "chapters")
        for chapter in chapters {
            for (address, location) in chapter.images where sizes[address] == nil && !address.hasPrefix("data:") {
                do throws(Fault) {
                    try add(address, in: folder)
                } catch {
                    problems.append(
                        Problem(
                            file: chapter.source.path, location: location, message: error.message, fix: error.fix))
                }
            }
        }
    }

    private struct Fault: Error {
        var message: String
        var fix: String?
    }

    private mutating func add(_ address: String, in folder: URL) throws(Fault) {
        guard address.prefixMatch(of: #/[A-Za-z][\w+.-]*:|\/\//#) == nil else {
            throw Fault(
                message: "the image '\(address)' is on another site, where pages can't rely on it",
                fix: "download it into chapters/")
        }
        let path = address.removingPercentEncoding ?? address
        let file = folder.appending(path: path).standardizedFileURL
        guard !path.hasPrefix("/"), file.path.hasPrefix(folder.standardizedFileURL.path + "/") else {
            throw Fault(message: "the image '\(address)' is not in chapters/", fix: "put it there: 'chapters/images/…'")
        }
        guard let contents = try? Data(contentsOf: file) else {
            throw Fault(message: "there is no image 'chapters/\(path)'" + Self.suggestion(for: file))
        }
        guard let size = ImageSize(of: Array(contents)) else {
            throw Fault(message: "'chapters/\(path)' is no PNG, JPEG, GIF, WebP or SVG that tells its size")
        }
        sizes[address] = size
        let sitePath = String(file.path.dropFirst(folder.standardizedFileURL.path.count + 1))
        if !files.contains(where: { $0.path == sitePath }) { files.append((sitePath, contents)) }
    }

    /// The files beside a missing one that its author may have meant.
    private static func suggestion(for file: URL) -> String {
        let folder = file.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let images = names.filter {
            ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains(($0 as NSString).pathExtension)
        }
        return images.isEmpty ? "" : Nearest.suggestion(for: file.lastPathComponent, among: images)
    }
}
