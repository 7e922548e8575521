import Foundation

/// The files of a preview, by the paths of requests.
struct PreviewFiles: Sendable {
    /// The folder of the site.
    let site: URL

    struct File {
        var contents: Data
        var type: String
    }

    /// The file that a request for `path` means; nil where there is none in the site, whatever else there may be.
    func file(at path: String) -> File? {
        guard let decoded = path.removingPercentEncoding, !decoded.contains("\0") else { return nil }
        let parts = decoded.split(separator: "/")
        // Hidden files are the site's own affair, and ".." is one of them.
        guard !parts.contains(where: { $0.hasPrefix(".") }) else { return nil }
        let name = parts.isEmpty || decoded.hasSuffix("/") ? parts + ["index.html"] : parts
        let file = site.appending(path: name.joined(separator: "/")).resolvingSymlinksInPath()
        guard file.path.hasPrefix(site.resolvingSymlinksInPath().path + "/"), let contents = try? Data(contentsOf: file)
        else { return nil }
        return File(contents: contents, type: Self.type(of: file.pathExtension))
    }

    private static func type(of pathExtension: String) -> String {
        switch pathExtension.lowercased() {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "woff2": "font/woff2"
        case "wasm": "application/wasm"
        case "xml": "application/xml"
        default: "text/plain; charset=utf-8"
        }
    }
}
