import Literate
import Running

/// What a command tells of its work: whether it came to a good end, what was wrong, and how long it took.
protocol Report: Sendable {
    var status: BuildReport.Status { get set }
    var problems: [Problem] { get set }
    var seconds: Double { get set }
}

extension Report {
    /// Whether anything was wrong that has to be mended.
    public var hasErrors: Bool { problems.contains { $0.severity == .error } }

    /// Does the work of a command, and takes what it throws for what is wrong.
    /// - Parameter file: what is blamed where an error doesn't say where it belongs.
    mutating func record(blaming file: String = "weft", _ work: (inout Self) async throws -> Void) async {
        let start = ContinuousClock.now
        do {
            try await work(&self)
        } catch let problems as Problems {
            self.problems += problems.all
        } catch let missing as MissingTool {
            problems.append(Problem(file: "weft", message: missing.message, fix: missing.advice))
        } catch {
            problems.append(Problem(file: file, message: FileFault.reason(of: error)))
        }
        if hasErrors { status = .failed }
        seconds = (ContinuousClock.now - start) / .seconds(1)
    }
}
