public import Foundation
public import Literate
import NotebookEvents

/// What came of a build, for its summary and for `--json`.
public struct BuildReport: Encodable, Sendable {
    public enum Status: String, Encodable, Sendable {
        case succeeded
        case failed
    }

    public struct Cells: Encodable, Sendable {
        public var run = 0
        public var cached = 0
        public var failed = 0
    }

    public struct Claims: Encodable, Sendable {
        public var held = 0
        public var failed = 0
    }

    public var status: Status = .succeeded
    /// How many chapters were read and run.
    public var chapters = 0
    /// How many pages were written.
    public var pages = 0
    public var cells = Cells()
    public var claims = Claims()
    public var problems: [Problem] = []
    public var seconds = 0.0
    /// The folder of the site.
    public var output: String

    package init(output: String) {
        self.output = output
    }

    /// The report as one JSON object.
    public var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)) ?? Data()
    }
}

extension BuildReport {
    /// Counts what came of one chapter.
    mutating func add(_ chapter: Chapter, _ execution: Execution) {
        chapters += 1
        problems += execution.problems
        for (unit, result) in zip(chapter.units, execution.results) {
            if case .cell = unit {
                if result.status == .ran { cells.run += 1 }
                if result.status == .failed { cells.failed += 1 }
            }
            claims.held += result.claims.count { $0.held }
            claims.failed += result.claims.count { !$0.held }
        }
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
