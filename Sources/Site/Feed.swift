import Literate

/// The course as an Atom feed (RFC 4287): an entry for each chapter whose front matter has a `date` such as 2026-03-09.
///
/// Atom asks for the time of each entry, and a build that gives the same bytes twice can't ask a clock for it. So a
/// chapter without a date has no entry, and a course without such chapters no feed.
struct Feed {
    let xml: String

    static let path = "feed.xml"

    init?(_ course: Course, chapters: [Chapter], at address: SiteAddress) {
        let entries = chapters.compactMap { chapter in Self.time(of: chapter).map { (chapter, $0) } }
        guard let latest = entries.map(\.1).max() else { return nil }
        let configuration = course.configuration
        xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(HTML.escape(configuration.lang))">
            <title>\(HTML.escape(configuration.title))</title>
            <id>\(HTML.escape(address.of("index.html")))</id>
            <link href="\(HTML.escape(address.of("index.html")))"/>
            <link rel="self" href="\(HTML.escape(address.of(Self.path)))"/>
            <updated>\(latest)</updated>
            <author><name>\(HTML.escape(configuration.author ?? configuration.title))</name></author>
            \(entries.map { Self.entry($0, $1, at: address) }.joined(separator: "\n"))
            </feed>

            """
    }

    private static func entry(_ chapter: Chapter, _ time: String, at address: SiteAddress) -> String {
        let link = HTML.escape(address.of(chapter.pagePath))
        let summary = chapter.frontMatter.description.map { "\n<summary>\(HTML.escape($0))</summary>" } ?? ""
        return """
            <entry>
            <title>\(HTML.escape(chapter.frontMatter.title))</title>
            <id>\(link)</id>
            <link href="\(link)"/>
            <updated>\(time)</updated>\(summary)
            </entry>
            """
    }

    /// The start of the chapter's day; nil if its date is missing or written otherwise.
    private static func time(of chapter: Chapter) -> String? {
        guard let date = chapter.frontMatter.date, date.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil else { return nil }
        return date + "T00:00:00Z"
    }
}
