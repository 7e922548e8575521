import Foundation
import Literate
import Site

/// Shows how a build gets on: one line that changes on a terminal, a line for each chapter elsewhere.
struct ConsoleProgress: BuildProgress {
    private let isTerminal: Bool

    static func forStandardOutput() -> ConsoleProgress {
        ConsoleProgress(isTerminal: isatty(STDOUT_FILENO) == 1)
    }

    func advanced(_ chapter: Chapter, done: Int, total: Int) {
        guard isTerminal else { return }
        write("\r\u{1B}[K\(chapter.slug) [\(done)/\(total)] running…")
    }

    func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double) {
        let failed = execution.results.contains { $0.status == .failed }
        let line = "\(failed ? "✗" : "✓") \(chapter.slug) \(String(format: "%.1f s", seconds))\n"
        write(isTerminal ? "\r\u{1B}[K" + line : line)
    }

    private func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}

/// Shows nothing.
struct SilentProgress: BuildProgress {
    func advanced(_ chapter: Chapter, done: Int, total: Int) {}
    func finished(_ chapter: Chapter, _ execution: Execution, seconds: Double) {}
}
