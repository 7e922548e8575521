import Foundation
import Hashing
import Literate

/// What the chapters of a course refer to: one another, the works they cite, their images and what their
/// links lead to.
struct Surroundings: Sendable {
    let pages: PageContext
    let formulas: CourseFormulas
    /// The files beside pages that the site has because chapters show them or link to them, by their paths on the site.
    let files: [(path: String, contents: Data)]
    /// What tells it from others.
    let digest: String

    /// Gathers what the chapters of `text` refer to.
    /// - Throws: every problem of a reference, a work, an image, a link or a formula; but none that a chapter which can't be
    ///   read may be the answer to.
    init(of text: CourseText) throws(Problems) {
        let (chapters, configuration, root) = (text.chapters, text.configuration, text.root)
        let (works, unread) = Self.works(of: chapters, configuration, in: root)
        let images = ChapterImages(of: chapters, in: root)
        let links = ChapterLinks(of: text)
        formulas = try CourseFormulas(of: chapters, macros: configuration.macros, in: root)
        pages = PageContext(
            chapters: chapters, bibliography: Bibliography(works), typesetter: formulas.typesetter,
            imageSizes: images.sizes,
            numbersSections: configuration.numberSections, solutions: configuration.solutions)
        let problems =
            unread + images.problems + links.problems
            + (unread.isEmpty ? pages.problems(in: chapters, areAll: text.unread.isEmpty) : [])
        guard problems.isEmpty else { throw Problems(problems) }
        files = images.files + links.files.filter { file in !images.files.contains { $0.path == file.path } }
        digest = sha256(
            of: [formulas.identity, configuration.solutions.rawValue] + pages.references.facts + works.map(\.text)
                + files.flatMap { [$0.path, sha256($0.contents)] })
    }

    /// The files of works that the course and its chapters name, each once.
    private static func works(
        of chapters: [Chapter], _ configuration: SiteConfiguration, in root: URL
    ) -> ([SourceText], [Problem]) {
        var files: [SourceText] = []
        var problems: [Problem] = []
        var known: Set<String> = []
        let named =
            configuration.bibliography.map { ($0, Course.configurationPath) }
            + chapters.flatMap { chapter in chapter.frontMatter.bibliography.map { ($0, chapter.source.path) } }
        for (path, owner) in named where known.insert(path).inserted {
            do throws(Problems) {
                files.append(try Course.read(path, in: root))
            } catch {
                problems += error.all.map { problem in
                    var problem = problem
                    problem.fix =
                        problem.fix ?? "'bibliography' in \(owner) names it; paths begin at the course's folder"
                    return problem
                }
            }
        }
        return (files, problems)
    }
}
