public import Foundation
public import Literate
import Running

/// What came of looking at a course, for its summary and for `--json`.
public struct CheckReport: Report, Encodable, Sendable {
    public var status: BuildReport.Status = .succeeded
    /// How many chapters could be read.
    public var chapters = 0
    public var cells = Cells()
    public var problems: [Problem] = []
    public var seconds = 0.0

    public struct Cells: Codable, Equatable, Sendable {
        public var compiled = 0
        /// Cells that had been compiled before.
        public var cached = 0
        public var failed = 0
    }

    package init() {}

    /// The report as one JSON object.
    public var json: Data { ReportJSON.data(self) }

    mutating func add(_ check: ChapterCheck, of chapter: Chapter) {
        cells.compiled += check.compiled
        cells.cached += check.kept
        cells.failed += check.failed
        problems += check.problems.map { $0.showing(chapter.source) }
    }
}
