import Literate

/// The page of a chapter that has no cells.
enum WovenProse {
    /// The HTML of a chapter of this text, below the shortest front matter.
    static func html(_ text: String, bibliography: String? = nil) throws -> String {
        let chapter = try Chapter(text)
        let works = bibliography.map { [SourceText(path: "site/references.yml", text: $0)] } ?? []
        let course = PageContext(chapters: [chapter], bibliography: Bibliography(works))
        let problems = course.problems(in: [chapter])
        guard problems.isEmpty else { throw Problems(problems) }
        let results = chapter.units.map { _ in UnitResult(status: .skipped) }
        return Page(chapter, Execution(results: results), in: course).html
    }
}
