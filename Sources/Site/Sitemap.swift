import Literate

/// The list of a site's pages that search engines read, in the format of sitemaps.org.
struct Sitemap {
    let xml: String

    init(paths: [String], at address: SiteAddress) {
        let urls = paths.map { "<url><loc>\(HTML.escape(address.of($0)))</loc></url>" }
        xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(urls.joined(separator: "\n"))
            </urlset>

            """
    }
}
