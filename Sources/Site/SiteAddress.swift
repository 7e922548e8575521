import Foundation

/// Where a site will stand on the web, which feeds, sitemaps and link previews must know: `url` in `site.yml`.
public struct SiteAddress: Equatable, Sendable {
    /// The address of the site's folder, without a slash at its end.
    private let base: String

    /// Reads an address such as `https://example.org/course/`; nil where it is not one of a folder on the web.
    init?(_ text: String) {
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host()?.isEmpty == false,
            url.query() == nil, url.fragment() == nil
        else { return nil }
        base = String(text.reversed().drop { $0 == "/" }.reversed())
    }

    /// The address of the page or file at `path`, from the site's root; the home page has the folder's.
    func of(_ path: String) -> String {
        path == "index.html" ? base + "/" : "\(base)/\(path)"
    }

    /// Whether the site is all that its host has, so that its `robots.txt` is the one that is read.
    var isWholeHost: Bool { URL(string: base)?.path().isEmpty ?? false }
}
