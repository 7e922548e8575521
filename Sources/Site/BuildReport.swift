public import Foundation
public import Literate
import NotebookEvents
public import Running

/// What came of a build, for its summary and for `--json`.
public struct BuildReport: Report, Encodable, Sendable {
    public enum Status: String, Encodable, Sendable {
        case succeeded
        case failed
    }

    public var status: Status = .succeeded
    public var counts = BuildCounts()
    public var problems: [Problem] = []
    /// Those that kept a chapter from being read, so that its page shows an earlier version.
    public var unread: [Problem] = []
    /// Why each cell ran.
    public var reasons: [ReasonToRun] = []
    /// Whether nothing had changed, so that nothing was written.
    public var isUpToDate = false
    public var seconds = 0.0
    /// The folder of the site.
    public var output: String

    package init(output: String) {
        self.output = output
    }

    /// The report as one JSON object.
    public var json: Data { ReportJSON.data(self) }

    private enum CodingKeys: String, CodingKey {
        case status, problems, seconds, output
        case isUpToDate = "upToDate"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(status, forKey: .status)
        try container.encode(problems, forKey: .problems)
        try container.encode(seconds, forKey: .seconds)
        try container.encode(output, forKey: .output)
        try container.encode(isUpToDate, forKey: .isUpToDate)
        try counts.encode(to: encoder)
    }

    /// Whether the build wrote a site.
    public var isChanged: Bool { !isUpToDate && counts.pages > 0 }
}

/// Why a cell, or a group of expressions in prose, had to run.
public struct ReasonToRun: Equatable, Sendable {
    public var file: String
    public var line: Int
    public var reason: Reason
}

/// How much there was in a build.
public struct BuildCounts: Codable, Equatable, Sendable {
    /// How many chapters were read.
    public var chapters = 0
    /// How many pages the site has.
    public var pages = 0
    public var cells = Cells()
    public var claims = Claims()

    public struct Cells: Codable, Equatable, Sendable {
        public var run = 0
        /// Cells whose results were kept from an earlier build.
        public var cached = 0
        public var failed = 0
    }

    public struct Claims: Codable, Equatable, Sendable {
        public var held = 0
        public var failed = 0
    }

    /// Counts what came of one chapter.
    mutating func add(_ plan: ChapterPlan, _ execution: Execution) {
        chapters += 1
        for ((unit, step), result) in zip(zip(plan.chapter.units, plan.steps), execution.results) {
            if unit.isCell {
                if result.status == .failed { cells.failed += 1 }
                if result.status == .ran, step.reason != nil { cells.run += 1 }
                if result.status == .ran, step.reason == nil { cells.cached += 1 }
            }
            claims.held += result.claims.count { $0.held }
            claims.failed += result.claims.count { !$0.held }
        }
    }

    /// Counts a chapter of which nothing ran, and what its page says of it.
    mutating func add(_ page: Page) {
        chapters += 1
        cells.cached += page.cellCount
        claims.held += page.claimCount
    }

    /// The same, as the next build would count that finds nothing to do.
    var ofNextBuild: BuildCounts {
        var next = self
        next.cells.cached += next.cells.run
        next.cells.run = 0
        return next
    }
}

extension Problem: Encodable {
    private enum CodingKeys: String, CodingKey {
        case file, line, column, severity, message
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(file, forKey: .file)
        try container.encode(location?.line, forKey: .line)
        try container.encode(location?.column, forKey: .column)
        try container.encode(severity, forKey: .severity)
        try container.encode(text, forKey: .message)
    }
}
