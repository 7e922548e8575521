import Foundation
import Hashing
import Literate
import Running

/// The chapters' packages as readers download them, by the chapters' names: each with all that it needs to run but Swift.
///
/// Where this program was taken away from the folder that it was built in, the sources of its libraries are not at hand,
/// and there are none.
struct ChapterPackages: Sendable {
    private(set) var archives: [String: Data] = [:]

    /// - Parameters:
    ///   - program: the path of this program.
    ///   - runner: knows the parameters of the course, and where packages are kept that were made before.
    init(of chapters: [Chapter], in course: Course, program: String, runner: ChapterRunner) {
        guard let weft = WeftPackage.folder(of: program) else { return }
        var library: [(path: String, contents: Data)]?
        for chapter in chapters where ProgramSource.isOf(chapter) {
            let package = TangledChapter(
                chapter, course.configuration.solutions, parameters: runner.parameters, library: .enclosed,
                course: course.root)
            let facts = package.files.flatMap { [$0.path, sha256($0.contents)] }
            let key = "packages/" + sha256(of: [runner.identity, chapter.slug] + facts)
            if let kept = runner.store.data(key) {
                archives[chapter.slug] = kept
                continue
            }
            let sources = library ?? WeftPackage.librarySources(in: weft)
            library = sources
            let files = package.files + sources
            let archive = Gzip.compressed(Tar(files.map { ("\(chapter.slug)/\($0.path)", $0.contents) }).data)
            runner.store.save(archive, as: key)
            archives[chapter.slug] = archive
        }
    }

    /// The path of a chapter's package, from the site's root.
    static func path(of slug: String) -> String { "\(slug).tar.gz" }
}
