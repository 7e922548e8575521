import Foundation
import Literate

/// Everything that a site consists of, by its paths from the site's root.
struct SiteFiles {
    private let course: Course
    private let pages: [Page]
    private let isPresent: (String) -> Bool

    /// - Parameters:
    ///   - pages: the pages to write.
    ///   - isPresent: whether a page that is not among them is on the site all the same.
    init(_ course: Course, pages: [Page], isPresent: @escaping (String) -> Bool) {
        self.course = course
        self.pages = pages
        self.isPresent = isPresent
    }

    /// The files' paths and contents.
    var all: [(path: String, contents: Data)] {
        get throws {
            let theme = try Theme.standard()
            let pages = try pages.map { page in
                (path: Self.path(of: page.slug), contents: try theme.render("page", context(of: page)))
            }
            let index = (path: "index.html", contents: try theme.render("index", indexContext))
            return pages + [index] + (try theme.assets)
        }
    }
}

extension SiteFiles {
    private static func path(of slug: String) -> String { "\(slug).html" }

    /// What the templates of both kinds of page find.
    private func context(current: String?) -> [String: Any] {
        var context: [String: Any] = [
            "title": course.configuration.title, "lang": course.configuration.lang, "root": "",
            "chapters": onSite.enumerated().map { chapterContext($1, number: $0 + 1, current: current) },
        ]
        context["description"] = course.configuration.description
        context["author"] = course.configuration.author
        return context
    }

    /// The chapters whose pages are on the site, in reading order.
    private var onSite: [Chapter] {
        let written = Set(pages.map(\.slug))
        return course.chapters.filter { written.contains($0.slug) || isPresent(Self.path(of: $0.slug)) }
    }

    private func chapterContext(_ chapter: Chapter, number: Int, current: String?) -> [String: Any] {
        var context: [String: Any] = [
            "number": number, "title": chapter.frontMatter.title, "href": Self.path(of: chapter.slug),
            "current": chapter.slug == current,
            "questions": course.configuration.questions.filter { chapter.frontMatter.answers.contains($0.id) }
                .map { ["id": $0.id, "text": $0.text] },
        ]
        context["description"] = chapter.frontMatter.description
        return context
    }

    private func context(of page: Page) -> [String: Any] {
        var context = context(current: page.slug)
        var fields: [String: Any] = [
            "title": page.frontMatter.title, "html": page.html, "source": page.source,
            "toc": page.sections.map { ["level": $0.level, "id": $0.id, "title": $0.title] as [String: Any] },
        ]
        if page.cellCount > 0 { fields["run"] = ["cells": page.cellCount, "claims": page.claimCount] }
        fields["subtitle"] = page.frontMatter.subtitle
        fields["description"] = page.frontMatter.description
        fields["author"] = page.frontMatter.author
        fields["date"] = page.frontMatter.date
        let slugs = onSite.map(\.slug)
        if let place = slugs.firstIndex(of: page.slug) {
            fields["previous"] = link(to: place - 1)
            fields["next"] = link(to: place + 1)
        }
        if let lang = page.frontMatter.lang { context["lang"] = lang }
        context["page"] = fields
        return context
    }

    private func link(to place: Int) -> [String: Any]? {
        let chapters = onSite
        guard chapters.indices.contains(place) else { return nil }
        return ["title": chapters[place].frontMatter.title, "href": Self.path(of: chapters[place].slug)]
    }

    private var indexContext: [String: Any] {
        var context = context(current: nil)
        var fields: [String: Any] = [:]
        fields["subtitle"] = course.configuration.subtitle
        fields["description"] = course.configuration.description
        context["page"] = fields
        return context
    }
}
