import Literate
import Testing

/// The page of a chapter that has no cells.
enum WovenProse {
    /// The HTML of a chapter of this text, below the shortest front matter.
    static func html(_ text: String, bibliography: String? = nil, typesetter: Typesetter = .source) throws -> String {
        let chapter = try Chapter(text)
        let works = bibliography.map { [SourceText(path: "site/references.yml", text: $0)] } ?? []
        let course = PageContext(chapters: [chapter], bibliography: Bibliography(works), typesetter: typesetter)
        let problems = course.problems(in: [chapter])
        guard problems.isEmpty else { throw Problems(problems) }
        let results = chapter.units.map { _ in UnitResult(status: .skipped) }
        return Page(chapter, Execution(results: results), in: course).html
    }

    /// Expects that the page of a chapter of this text has `html` somewhere in it.
    static func expect(
        _ text: String, has html: String, bibliography: String? = nil,
        at sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let page = try Self.html(text, bibliography: bibliography)
        #expect(page.contains(html), "\(page)", sourceLocation: sourceLocation)
    }
}
