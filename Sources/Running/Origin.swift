public import Foundation
import Hashing
import Literate

/// What a site was made from, told without reading its chapters: while all of it is as it was, so is the site.
public struct Origin: Codable, Sendable {
    /// What a build can tell before it reads the course: the program, the compiler, the environment, how the build was
    /// asked for, and the course's own files.
    private let digest: String
    /// The digests of the other files that its results and pages depend on.
    private var files: [String: String] = [:]

    /// What a site that is built now would be made from.
    /// - Parameter request: how the build was asked for, and with what theme of Weft's own.
    public static func current(
        program: String, course: URL, store: ResultStore, request: [String]
    ) async throws -> Origin {
        let ingredients = try await Ingredients.current(program: program, fingerprints: store.fingerprints)
        let files = CourseFiles(course: course, fingerprints: store.fingerprints)
        let own = files.digest(of: files.names(in: "site") + files.names(in: "chapters")) {
            !$0.hasPrefix("site/public/")
        }
        return Origin(digest: sha256(of: [ingredients.digest, own] + request))
    }

    /// Whether a site made from `earlier` is what would be made now.
    public func isSame(as earlier: Origin, course: URL, store: ResultStore) -> Bool {
        let current = CourseFiles(course: course, fingerprints: store.fingerprints)
        return digest == earlier.digest && earlier.files.allSatisfy { current.digest(of: $0.key) == $0.value }
    }

    /// The same, with what the results of `plans` depend on, and these files.
    public func adding(_ plans: [ChapterPlan], files paths: [String], _ runner: ChapterRunner) -> Origin {
        var origin = self
        for plan in plans { origin.files.merge(runner.inputFiles(of: plan)) { $1 } }
        for path in paths { origin.files[path] = runner.files.digest(of: path) }
        return origin
    }
}
