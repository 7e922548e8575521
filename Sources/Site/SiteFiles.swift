package import Foundation
package import Literate

/// Everything that a site consists of, by its paths from the site's root.
///
/// A pure function of the course, its woven pages and what made them.
package struct SiteFiles {
    private let course: Course
    private let pages: [Page]
    private let provenance: Provenance
    private let live: [String: Data]
    private let packages: [String: Data]
    private let isPresent: (String) -> Bool
    private let sections: [[SearchIndex.Section]]

    /// - Parameters:
    ///   - pages: the pages to write.
    ///   - live: the scripts of live cells, by their names.
    ///   - packages: the packages that readers can download, by the names of their chapters.
    ///   - isPresent: whether a page that is not among them is on the site all the same.
    package init(
        _ course: Course, pages: [Page], provenance: Provenance = Provenance(), live: [String: Data] = [:],
        packages: [String: Data] = [:], isPresent: @escaping (String) -> Bool
    ) {
        self.init(
            course, pages: pages.map(WovenPage.init), provenance: provenance, live: live, packages: packages,
            isPresent: isPresent)
    }

    init(
        _ course: Course, pages: [WovenPage], provenance: Provenance, live: [String: Data], packages: [String: Data],
        isPresent: @escaping (String) -> Bool
    ) {
        self.course = course
        self.pages = pages.map(\.page)
        sections = pages.map(\.sections)
        self.provenance = provenance
        self.live = live
        self.packages = packages
        self.isPresent = isPresent
    }

    /// The files' paths and contents.
    package var all: [(path: String, contents: Data)] {
        let chapters = onSite
        let context = TemplateContext(course, chapters: chapters, provenance: provenance)
        let theme = course.theme
        var files = pages.map { page in
            let package = packages[page.slug].map { _ in ChapterPackages.path(of: page.slug) }
            return (page.path, theme.render("page", context.page(page, package: package)))
        }
        files += pages.compactMap { page in
            page.mathStyle.map { ($0, Data((course.surroundings.formulas.stylesheet(for: page) ?? "").utf8)) }
        }
        for page in pages {
            files += page.tables.sorted { $0.key < $1.key }.map { ($0.key, Data($0.value.utf8)) }
        }
        files.append(("index.html", theme.render("index", context.index)))
        files.append(("404.html", theme.render("404", context.notFound)))
        files += theme.assets
        if !live.isEmpty || isPresent("live.js") { files += theme.liveAssets }
        files += live.map { (LiveCells.scriptPath(of: $0.key), $0.value) }.sorted { $0.0 < $1.0 }
        files += packages.map { (ChapterPackages.path(of: $0.key), $0.value) }.sorted { $0.0 < $1.0 }
        files += chapters.map { ($0.markdownPath, Data($0.handout(course.configuration.solutions).utf8)) }
        // Without the pages that are kept as they are, an index would forget them.
        if pages.count == chapters.count {
            files.append((SearchIndex.path, SearchIndex(pages, sections: sections).script))
        }
        return files + cards + forMachines(chapters).map { ($0, Data($1.utf8)) }
    }

    /// Where the picture for links to the page at `path` lies.
    static func cardPath(of path: String) -> String { "cards/\(path.replacing(".html", with: ".png"))" }
}

extension SiteFiles {
    /// The chapters whose pages are on the site, in reading order.
    private var onSite: [Chapter] {
        let written = Set(pages.map(\.slug))
        return course.chapters.filter { written.contains($0.slug) || isPresent($0.pagePath) }
    }

    /// The pictures for links to the home page and to the pages written; none where nobody knows their addresses.
    private var cards: [(path: String, contents: Data)] {
        let site = course.configuration.title
        guard course.configuration.url != nil else { return [] }
        return [(Self.cardPath(of: "index.html"), CardImage(title: site, line: nil).data)]
            + pages.map { (Self.cardPath(of: $0.path), CardImage(title: $0.frontMatter.title, line: site).data) }
    }

    /// What crawlers, readers of feeds and language models ask a site for.
    private func forMachines(_ chapters: [Chapter]) -> [(path: String, text: String)] {
        var files = [("llms.txt", LLMsText(course, chapters: chapters).text)]
        guard let address = course.configuration.url else { return files }
        files.append(("sitemap.xml", Sitemap(paths: ["index.html"] + chapters.map(\.pagePath), at: address).xml))
        if let feed = Feed(course, chapters: chapters, at: address) { files.append((Feed.path, feed.xml)) }
        if address.isWholeHost {
            files.append(("robots.txt", "User-agent: *\nAllow: /\nSitemap: \(address.of("sitemap.xml"))\n"))
        }
        return files
    }
}

extension Chapter {
    /// The path of the chapter's page, from the site's root.
    var pagePath: String { "\(slug).html" }

    /// The path of the chapter's own text, as readers can download it.
    var markdownPath: String { "\(slug).md" }
}

extension Page {
    var path: String { "\(slug).html" }
}
