public import Foundation
import Running

/// What builds, checks and verifications have in common: which course, and how its cells run.
public struct RunSettings: Sendable {
    /// The course's folder.
    public var course: URL
    /// The site's folder; nil means `site/public` in the course.
    public var output: URL?
    /// The one chapter that is meant; nil means all.
    public var only: String?
    /// Parameters that take the place of those in `site.yml`.
    public var parameters: [String: String] = [:]
    /// The path of this program, which runs cells too.
    public var program: String
    /// Whether cells run within walls, if this machine has any.
    public var usesSandbox = true
    /// Whether cells that say so are compiled for the reader's browser too.
    public var isLive = true
    /// How many chapters run, or compilers, at once.
    public var jobs = ProcessInfo.processInfo.activeProcessorCount

    public init(course: URL, program: String) {
        self.course = course
        self.program = program
    }

    /// The site's folder.
    public var site: URL { output ?? course.appending(path: "site/public") }

    /// What cells are compiled with, and the walls that they run within.
    func tools(_ store: ResultStore) async throws -> CellTools {
        try await CellTools.find(program: program, course: course, store: store, usesSandbox: usesSandbox)
    }
}
