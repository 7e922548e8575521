import Literate

/// What the templates find: plain values by name, made from a course and its pages.
struct TemplateContext {
    private let course: Course
    private let chapters: [Chapter]
    private let provenance: Provenance

    /// - Parameter chapters: those on the site, in reading order.
    init(_ course: Course, chapters: [Chapter], provenance: Provenance) {
        self.course = course
        self.chapters = chapters
        self.provenance = provenance
    }

    /// For a chapter's page.
    /// - Parameter package: the path of the package that readers can download.
    func page(_ page: Page, package: String?) -> [String: Any] {
        var fields: [String: Any] = [
            "title": page.frontMatter.title, "html": page.html, "slug": page.slug, "source": page.source,
            "markdown": "\(page.slug).md",
            "toc": page.sections.map { ["level": $0.level, "id": $0.id, "title": $0.title] as [String: Any] },
        ]
        fields["run"] = run(of: page)
        let hasValues = page.html.contains("<span class=\"value\">")
        fields["hasValues"] = hasValues
        fields["hasMarks"] = hasValues || page.claimCount > 0
        fields["package"] = package
        fields["mathStyle"] = page.mathStyle
        fields["isLive"] = page.isLive
        fields["subtitle"] = page.frontMatter.subtitle
        fields["description"] = page.frontMatter.description
        fields["date"] = page.frontMatter.date
        fields["parameters"] = provenance.parameterList
        fields["data"] = Provenance.list(ofFiles: page.data)
        fields["sourceLink"] = course.configuration.repository?.source(page.source)
        fields["editLink"] = course.configuration.repository?.edit(page.source)
        let answered = questions(answeredIn: page.frontMatter)
        fields["isAnswer"] = !answered.isEmpty
        fields["questions"] = answered
        if let place = chapters.firstIndex(where: { $0.slug == page.slug }) {
            fields["previous"] = link(to: place - 1)
            fields["next"] = link(to: place + 1)
        }
        fields["isAmongOthers"] = chapters.count > 1
        var context = common(path: "\(page.slug).html", fields: fields)
        if let lang = page.frontMatter.lang { context["lang"] = lang }
        if let author = page.frontMatter.author { context["author"] = author }
        return context
    }

    /// For the home page.
    var index: [String: Any] {
        let questions = course.configuration.questions.map { question in
            var fields = questionContext(question)
            fields["answers"] = chapters.enumerated().filter { $1.frontMatter.answers.contains(question.id) }
                .map { chapterContext($1, number: $0 + 1) }
            return fields
        }
        var fields: [String: Any] = [
            "title": course.configuration.title, "isMap": !questions.isEmpty, "questions": questions,
        ]
        fields["subtitle"] = course.configuration.subtitle
        fields["description"] = course.configuration.description
        fields["first"] = link(to: 0)
        return common(path: "index.html", fields: fields)
    }

    /// For the page that a server gives where there is none. It is given at any address, so its links begin at the
    /// site's own.
    var notFound: [String: Any] {
        var context = common(path: nil, fields: ["title": "No such page"])
        context["root"] = course.configuration.url?.of("index.html") ?? ""
        return context
    }
}

extension TemplateContext {
    /// What all pages have, and `fields` of the page at `path`.
    private func common(path: String?, fields: [String: Any]) -> [String: Any] {
        let configuration = course.configuration
        var fields = fields
        if let path, let url = configuration.url {
            fields["address"] = url.of(path)
            fields["card"] = url.of(SiteFiles.cardPath(of: path))
        }
        var context: [String: Any] = [
            "title": configuration.title, "lang": configuration.lang, "root": "", "page": fields,
            "madeWith": provenance.madeWith,
            "chapters": chapters.enumerated().map { number, chapter in
                var context = chapterContext(chapter, number: number + 1)
                context["current"] = chapter.pagePath == path
                return context
            },
        ]
        context["author"] = configuration.author
        context["sourceLink"] = configuration.repository?.home
        if let url = configuration.url, Feed(course, chapters: chapters, at: url) != nil {
            context["feed"] = url.of(Feed.path)
        }
        return context
    }

    private func chapterContext(_ chapter: Chapter, number: Int) -> [String: Any] {
        var context: [String: Any] = [
            "number": number, "title": chapter.frontMatter.title, "href": chapter.pagePath,
        ]
        context["description"] = chapter.frontMatter.description
        return context
    }

    /// What was run for `page`; nil if nothing was.
    private func run(of page: Page) -> [String: Any]? {
        guard page.cellCount + page.claimCount > 0 else { return nil }
        var fields: [String: Any] = ["cells": page.cellCount, "cellNoun": page.cellCount == 1 ? "cell" : "cells"]
        // Where there are none, nothing is said of them.
        if page.claimCount > 0 {
            fields["claims"] = page.claimCount
            fields["claimNoun"] = page.claimCount == 1 ? "claim" : "claims"
        }
        return fields
    }

    private func questions(answeredIn frontMatter: FrontMatter) -> [[String: Any]] {
        course.configuration.questions.filter { frontMatter.answers.contains($0.id) }.map(questionContext)
    }

    private func questionContext(_ question: SiteConfiguration.Question) -> [String: Any] {
        ["id": question.id, "text": question.text, "anchor": question.anchor]
    }

    private func link(to place: Int) -> [String: Any]? {
        guard chapters.indices.contains(place) else { return nil }
        return ["title": chapters[place].frontMatter.title, "href": chapters[place].pagePath]
    }
}
