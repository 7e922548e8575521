public import Foundation
public import Literate

/// What came of running a course anew, for its summary and for `--json`.
public struct VerificationReport: Report, Encodable, Sendable {
    public var status: BuildReport.Status = .succeeded
    public var chapters = 0
    public var values = Values()
    /// The cells that were not compared, because their results differ from run to run.
    public var volatile: [Place] = []
    /// What differs, and what else is wrong.
    public var problems: [Problem] = []
    public var seconds = 0.0
    /// The folder of the site.
    public var output: String

    public struct Values: Codable, Equatable, Sendable {
        /// Values of expressions, lines of text and cells of tables.
        public var compared = 0
        public var differing = 0
        public var skipped = 0
    }

    public struct Place: Codable, Equatable, Sendable {
        public var file: String
        public var line: Int
    }

    init(output: String) {
        self.output = output
    }

    /// The report as one JSON object.
    public var json: Data { ReportJSON.data(self) }

    mutating func add(_ comparison: ExecutionComparison, of chapter: Chapter) {
        values.compared += comparison.compared
        values.differing += comparison.problems.count
        values.skipped += comparison.skipped
        volatile += comparison.volatileCells.map { Place(file: chapter.source.path, line: $0.line) }
        problems += comparison.problems.map { $0.showing(chapter.source) }
    }
}
